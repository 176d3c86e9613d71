import { breaksLine, fill, fillLine, firstNameOf, type Known, templateProblems } from './template.js';

const jane: Known = {
  firstName: 'Jane',
  name: 'Jane Doe',
  account: 'Globex',
  company: 'Acme',
  closesOn: '22 December 2026',
};
const nobody: Known = { firstName: null, name: null, account: null, company: 'Acme', closesOn: 'tomorrow' };

describe('a template', () => {
  it('says what is known of the person', () => {
    expect(fill('Hello {{firstName}}, how is {{ company }} for {{account}}? Until {{closesOn}}.', jane)).toBe(
      'Hello Jane, how is Acme for Globex? Until 22 December 2026.',
    );
  });

  it('says something else, or nothing, where it is not known', () => {
    expect(fill('Hello {{firstName|there}}', nobody)).toBe('Hello there');
    expect(fill('Hello {{firstName}}', nobody)).toBe('Hello ');
    expect(fill('Hello {{firstName|there}}', jane)).toBe('Hello Jane');
  });

  it('leaves values as they are, whatever they look like', () => {
    const name = '{{account}} <b>$& $1</b>';
    expect(fill('{{name}}', { ...jane, name })).toBe(name);
  });

  it('refuses what it does not know, and names what it knows', () => {
    expect(templateProblems('Hello {{firstName|there}} {{name}}')).toEqual([]);
    expect(templateProblems('{{first_name}} {{first_name}} {{toString}}')).toEqual([
      'has {{first_name}}, which is none of {{firstName}}, {{name}}, {{account}}, {{company}}, {{closesOn}}',
      'has {{toString}}, which is none of {{firstName}}, {{name}}, {{account}}, {{company}}, {{closesOn}}',
    ]);
  });

  it.each(['{{name', 'name}}', '{{na{{name}}', '{{name}} }}'])('refuses half a variable: %s', (text) => {
    expect(templateProblems(text)).toContain('has {{ or }} without its other half');
  });
});

describe('a line', () => {
  it.each(['a\nb', 'a\r\nBcc: x@example.com', 'a\u2028b', 'a\0b'])('is broken by %j', (text) => {
    expect(breaksLine(text)).toBe(true);
  });

  it('stays one line whatever a name holds', () => {
    const name = 'Jane\r\nBcc: everybody@example.com';
    expect(fillLine('About {{name}}', { ...jane, name })).toBe('About Jane Bcc: everybody@example.com');
  });
});

it.each([
  ['Jane Doe', 'Jane'],
  ['Doe, Jane Mary', 'Jane'],
  [' Cher ', 'Cher'],
  ['', null],
  [null, null],
])('the first name of %j is %j', (name, first) => expect(firstNameOf(name)).toBe(first));
