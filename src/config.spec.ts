import { InvalidConfig, readConfig } from './config.js';

const sound = {
  DATABASE_URL: 'postgres://app@db/heed',
  REDIS_URL: 'redis://cache',
  HEED_SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
};

describe('the settings', () => {
  it('have sensible defaults', () => {
    expect(readConfig(sound)).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databasePoolSize: 12,
      logLevel: 'info',
    });
  });

  it('stop the start with one message that names everything wrong', () => {
    const wrong = {
      REDIS_URL: 'http://cache',
      HEED_PORT: 'many',
      HEED_LOG_LEVEL: 'loud',
      HEED_WEBHOOK_ALLOWED_NETWORKS: 'here',
    };
    const start = () => readConfig(wrong);
    expect(start).toThrow(InvalidConfig);
    expect(start).toThrow(/DATABASE_URL is not set/);
    expect(start).toThrow(/REDIS_URL must be a URL beginning with redis:\/\//);
    expect(start).toThrow(/HEED_PORT must be a whole number from 0 to 65535, not "many"/);
    expect(start).toThrow(/HEED_LOG_LEVEL must be one of .*, not "loud"/);
    expect(start).toThrow(/HEED_WEBHOOK_ALLOWED_NETWORKS must list networks/);
  });

  it('want a sender for the mail they name a server for', () => {
    const smtp = { ...sound, HEED_SMTP_URL: 'smtp://mail.example.com' };
    expect(() => readConfig(smtp)).toThrow(/HEED_MAIL_FROM is not set/);
    expect(() => readConfig({ ...smtp, HEED_MAIL_FROM: 'a@b@c' })).toThrow(/must be an e-mail address/);
    expect(readConfig({ ...smtp, HEED_MAIL_FROM: 'heed@example.com' })).toMatchObject({
      smtpUrl: 'smtp://mail.example.com',
      mailFrom: 'heed@example.com',
    });
  });

  it('treat an empty setting as one left out', () => {
    expect(readConfig({ ...sound, HEED_PORT: ' ' }).port).toBe(3000);
  });
});
