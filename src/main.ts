import 'reflect-metadata';
import { AppModule } from './app.module.js';
import { createHttpApp } from './platform/http/http-app.js';
import { serveOpenApi } from './platform/http/openapi.js';
import { NestLog } from './platform/log.js';
import { runProcess } from './platform/process.js';
import { stopGracefully } from './platform/shutdown.js';

/** The API process. */
await runProcess('api', async (config, log) => {
  const app = await createHttpApp(AppModule.api(config), config, new NestLog(log));
  serveOpenApi(app);
  await app.listen(config.port, config.host);
  stopGracefully(() => app.close(), config.shutdownGraceMs, log);
  log.info({ address: await app.getUrl() }, 'The API listens');
});
