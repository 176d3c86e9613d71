import { setTimeout as sleep } from 'node:timers/promises';
import type { Launched } from '../launch/launch.js';
import { Chance } from './chance.js';
import { Client } from './client.js';
import { COMPANY, QUESTION } from './company.js';
import { inventPeople } from './customers.js';
import { Desk } from './desk.js';
import { type Feedback, inventFeedback } from './feedback.js';
import { Follower } from './follower.js';
import { sendIn, untilAllHaveTasks } from './intake.js';
import { nextSteps } from './next-steps.js';
import { sampleOf } from './sample.js';
import type { Screen } from './screen.js';
import { type Company, setUp } from './set-up.js';
import { countAsked, readStanding, standingLine } from './standing.js';
import { summaryLines } from './summary.js';
import { createTenant } from './tenant.js';
import { readThemes, themeLines } from './themes.js';
import { toldLines } from './told-lines.js';
import { TOPICS } from './topics.js';

/** Any other would do as well; the same one makes every demo alike. */
const SEED = 9;
/** How often followed responses are looked at, and everything is counted, in milliseconds. */
const FOLLOW_MS = 300;
const COUNT_MS = 1_000;

/** Shows a company at work with feedback, on a Heed that runs, as a client of its API like any other. */
export async function runDemo(heed: Launched, screen: Screen, count: number): Promise<void> {
  screen.say(`Heed serves at ${heed.address}. Setting up a company with customers …`);
  const chance = new Chance(SEED);
  const people = inventPeople(chance);
  const name = `${COMPANY}, demo of ${new Date().toISOString().slice(0, 19).replace('T', ' ')}`;
  const { apiKey } = await createTenant(heed.env, name);
  const owner = new Client(heed.address, apiKey);
  const company = await setUp(owner, people);
  const feedback = inventFeedback(chance, people, count);
  screen.say(...opening(name, company, people.length, feedback.length));
  await play(owner, company, feedback, screen);
  await sumUp(owner, company, screen);
}

function opening(name: string, company: Company, asked: number, count: number): string[] {
  const { departments, employees } = company;
  return [
    '',
    `“${name}” is a new tenant:`,
    `${departments.length} departments, ${employees.length} members at work in them, ${TOPICS.length} routing rules.`,
    `It asked ${asked} people at its customers:`,
    `“${QUESTION}”`,
    `${count} of them answer now. A few responses are followed here, as #1, #2 and so on:`,
    '',
  ];
}

/** Customers answer and departments work at the same time, while somebody watches. */
async function play(owner: Client, company: Company, feedback: Feedback[], screen: Screen): Promise<void> {
  const names = new Map([...company.departments, ...company.employees].map(({ id, name }) => [id, name]));
  const follower = new Follower(owner, names, (told) => screen.say(...toldLines(told, screen)));
  const stage = { hasMore: true, isOver: false };
  const answer = async () => {
    const sample = sampleOf(feedback);
    const ids = await sendIn(company.intake, feedback, async (one, id) => {
      if (sample.has(one)) await follower.follow(id);
    });
    await untilAllHaveTasks(owner, ids);
    stage.hasMore = false;
  };
  const work = async () => {
    await Promise.all(company.employees.map((employee) => new Desk(employee).work(() => stage.hasMore)));
    stage.isOver = true;
  };
  const repeat = async (look: () => Promise<void>, everyMs: number) => {
    for (; !stage.isOver; await sleep(everyMs)) await look();
  };
  const count = async () => screen.showStatus(standingLine(await readStanding(owner), feedback.length));
  await Promise.all([answer(), work(), repeat(() => follower.look(), FOLLOW_MS), repeat(count, COUNT_MS)]);
  await follower.look();
  screen.endStatus();
}

async function sumUp(owner: Client, { departments }: Company, screen: Screen): Promise<void> {
  const heading = (text: string) => ['', screen.paint('bold', text), ''];
  screen.say(...heading('What came of it'));
  screen.say(...summaryLines(await readStanding(owner), await countAsked(owner), departments));
  screen.say(...heading('What they wrote about'));
  screen.say(...themeLines(await readThemes(owner)));
  screen.say(...heading('Go on from here'));
  screen.say(...nextSteps(owner.address, owner.apiKey), '');
}
