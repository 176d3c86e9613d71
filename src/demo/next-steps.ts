import { SURVEY } from './feedback.js';

/** How to go on from here: the key, the addresses and two calls to try. */
export function nextSteps(address: string, apiKey: string): string[] {
  const comment = 'The invoice was wrong again.';
  return [
    `API        ${address}/v1`,
    `Reference  ${address}/docs`,
    '',
    'Try it in another terminal, with the owner’s API key:',
    '',
    `export HEED_KEY=${apiKey}`,
    '',
    '# send a response in: it becomes a task of Finance',
    `curl -s ${address}/v1/responses \\`,
    '  -H "authorization: Bearer $HEED_KEY" -H "content-type: application/json" \\',
    `  -d '${JSON.stringify({ survey: SURVEY, score: 2, comment })}'`,
    '',
    '# what is overdue (a minute from now: the urgent tasks that were left open)',
    `curl -s "${address}/v1/tasks?overdue=true&limit=3" \\`,
    '  -H "authorization: Bearer $HEED_KEY"',
  ];
}
