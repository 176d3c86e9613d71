import { smtpPlaceOf, smtpUrlFault } from './smtp-url.js';

it.each([
  [
    'smtps://me:p%40ss@mail.example.com',
    { host: 'mail.example.com', port: 465, secure: true, auth: { user: 'me', pass: 'p@ss' } },
  ],
  ['smtp://mail.example.com', { host: 'mail.example.com', port: 587, secure: false, auth: null }],
  ['smtp://[2001:db8::1]:25', { host: '2001:db8::1', port: 25, secure: false, auth: null }],
])('%s is a mail server', (url, place) => {
  expect(smtpUrlFault(url)).toBeNull();
  expect(smtpPlaceOf(url)).toEqual(place);
});

it.each([
  '',
  'mail.example.com',
  'http://mail.example.com',
  'smtp://',
  'smtp://a/b',
  'smtp://a?b',
  'smtp://a:%zz@b',
])('%j is none', (text) => expect(smtpUrlFault(text)).toMatch(/^must /));
