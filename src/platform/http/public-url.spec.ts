import { assertPublicHttpUrl } from './public-url.js';

describe('a URL a tenant may have Heed call', () => {
  it.each([
    'https://hooks.example.com/heed?token=1',
    'http://hooks.example.com:8080',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
    'https://bücher.example/',
  ])('%s', (url) => {
    expect(assertPublicHttpUrl(url, false)).toEqual(new URL(url));
  });
});

describe('refused as a URL', () => {
  it.each([
    ['nothing', ''],
    ['no scheme', 'hooks.example.com'],
    ['no host', 'https://'],
    ['files', 'file:///etc/passwd'],
    ['another protocol', 'ftp://hooks.example.com/'],
    ['gopher', 'gopher://127.0.0.1:6379/_FLUSHALL'],
    ['data', 'data:text/plain,hello'],
    ['a user name', 'https://heed@hooks.example.com/'],
    ['a password', 'https://:s3cret@hooks.example.com/'],
    ['a port out of range', 'https://hooks.example.com:70000/'],
  ])('%s', (_, url) => {
    expect(() => assertPublicHttpUrl(url, true)).toThrow(expect.objectContaining({ code: 'url_invalid' }));
  });

  it('without repeating what it held', () => {
    expect(() => assertPublicHttpUrl('https://heed:s3cret@hooks.example.com/', true)).not.toThrow(/s3cret/);
  });
});

describe('refused as a forbidden address, however it is spelled', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.0.0.1./',
    'http://127.1/',
    'http://127.0.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://①②⑦.⓪.⓪.①/',
    'http://127。0。0。1/',
    'http://%31%32%37.0.0.1/',
    'http://0/',
    'http://169.254.169.254/latest/meta-data/',
    'http://2852039166/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::169.254.169.254]/',
    'http://[2002:7f00:1::]/',
    'http://[fd00::1]/',
    'http://localhost:5432/',
    'http://LOCALHOST./',
    'http://redis.localhost/',
  ])('%s', (url) => {
    expect(() => assertPublicHttpUrl(url, false)).toThrow(
      expect.objectContaining({ code: 'address_forbidden' }),
    );
  });

  it.each(['http://127.1:8080/', 'http://localhost:8080/'])(
    'unless the operator allows its network: %s',
    (url) => {
      expect(assertPublicHttpUrl(url, ['127.0.0.0/8']).port).toBe('8080');
    },
  );
});
