import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AnalyzerService } from './analyzer/analyzer.service.js';
import { AppModule } from './app.module.js';
import { serveHealth } from './platform/health-server.js';
import { NestLog } from './platform/log.js';
import { runProcess } from './platform/process.js';
import { stopGracefully } from './platform/shutdown.js';

/** The worker process: relay, Bull processors, clocks. */
await runProcess('worker', async (config, log) => {
  const app = await NestFactory.createApplicationContext(AppModule.worker(config), {
    logger: new NestLog(log),
    abortOnError: false, // `runProcess` says why; Nest would end the process in silence
  });
  const health = await serveHealth(app, config);
  stopGracefully(
    async () => {
      health?.close();
      await app.close();
    },
    config.shutdownGraceMs,
    log,
  );
  await app.get(AnalyzerService).load(); // now, so that no response has to wait for it later
  log.info('The worker works');
});
