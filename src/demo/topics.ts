import type { Condition } from '../routing/condition.js';
import type { Assignment, Priority } from '../routing/route.js';
import type { Category } from '../surveys/score.js';

/** How a department finishes a task. */
export interface Outcome {
  /** One of the root causes every tenant begins with. */
  rootCause: string;
  action: string;
  customerMessage: string;
}

/** Something customers write about: the rule that finds it, how they say it, and what is done about it. */
export interface Topic {
  /** Name of its routing rule. */
  rule: string;
  keywords: string[];
  categories: Category[];
  /** Key of the department that acts on it. */
  department: string;
  priority: Priority;
  assignment?: Assignment;
  /** Minutes to acknowledge and to resolve. */
  dueMinutes?: number;
  comments: string[];
  outcomes: Outcome[];
  /** Why a lead may find that nothing is to be done. */
  waiver?: string;
}

/** What its routing rule asks of a response. */
export function conditionOf({ categories, keywords }: Topic): Condition {
  return {
    all: [
      { field: 'category', op: 'in', value: categories },
      { field: 'verbatim', op: 'contains_any', value: keywords },
    ],
  };
}

const UNHAPPY: Category[] = ['detractor', 'passive'];

export const TOPICS: Topic[] = [
  {
    rule: 'About to leave',
    keywords: ['cancel*', 'switch*', 'leaving', 'alternatives', 'competitor*'],
    categories: ['detractor'],
    department: 'success',
    priority: 'urgent',
    assignment: 'account_owner',
    // So short that tasks the demo leaves open are overdue soon after.
    dueMinutes: 1,
    comments: [
      'Honestly, we are looking at alternatives for next year.',
      'Unless this changes we will cancel at the end of the quarter.',
      'My team has already voted to switch. I am the last one holding out.',
      'Two of our departments moved to a competitor in spring and they do not miss a thing.',
      'We are leaving. I asked for a call three times.',
    ],
    outcomes: [
      {
        rootCause: 'communication',
        action: 'Called them the same day, agreed on three fixes and a review in four weeks.',
        customerMessage:
          'Thank you for the frank call. Here are the three points we agreed on, and who does them.',
      },
      {
        rootCause: 'missing_feature',
        action: 'Brought the product lead into a call and put the missing export on the plan for June.',
        customerMessage: 'The export comes in June, and you will try it before anybody else.',
      },
    ],
  },
  {
    rule: 'Invoices and payments',
    keywords: ['invoice*', 'billing', 'charged', 'refund*', 'VAT'],
    categories: UNHAPPY,
    department: 'finance',
    priority: 'high',
    comments: [
      'The invoice was wrong for the second month in a row.',
      'We were charged for 40 seats although 12 people left in January. Nobody at your end noticed.',
      'Billing is a mystery: three invoices for one subscription, none with our purchase order on it.',
      'Still waiting for the refund you promised on the 3rd.',
      'Your invoices lack our VAT number, so our accounts department sends every single one back.',
      'I cannot download old invoices without writing to someone. Seriously?',
    ],
    outcomes: [
      {
        rootCause: 'price',
        action: 'Issued a corrected invoice and credited the difference.',
        customerMessage:
          'The corrected invoice is in your inbox and the difference is credited. Our apologies.',
      },
      {
        rootCause: 'price',
        action: 'Added their VAT number and purchase order to the contract, so every invoice shows them.',
        customerMessage: 'From this month on your VAT number and purchase order are on every invoice.',
      },
    ],
  },
  {
    rule: 'Slow or broken',
    keywords: ['slow*', 'crash*', 'loading', 'outage*', 'bug*', 'broken', 'timeout*', 'freezes'],
    categories: UNHAPPY,
    department: 'product',
    priority: 'high',
    comments: [
      'The board view is painfully slow once a project has more than 500 cards.',
      'The app crashes on my phone whenever I attach a photo.',
      'Monday mornings it takes a minute until the dashboard stops loading. Every Monday.',
      'Third outage this quarter, and each time we heard of it from our own customers first.',
      'Search has been broken since the spring release. I keep my own list in a spreadsheet now.',
      'Exports over 10 MB end in a timeout. I have stopped trying.',
      'The calendar freezes when two people edit it at once, and one of them loses their work. So frustrating!',
    ],
    outcomes: [
      {
        rootCause: 'performance',
        action: 'Found a missing index behind the board view; large boards open in under a second.',
        customerMessage: 'Large boards should open in about a second now. Please tell us if yours does not.',
      },
      {
        rootCause: 'product_defect',
        action: 'Fixed the defect and shipped it with today’s release.',
        customerMessage: 'You were right, that was our mistake. It is fixed in today’s release.',
      },
    ],
  },
  {
    rule: 'Getting started',
    keywords: ['onboarding', 'set up', 'setup', 'training', 'tutorial*', 'getting started'],
    categories: UNHAPPY,
    department: 'success',
    priority: 'normal',
    assignment: 'account_owner',
    comments: [
      'Onboarding was two links and good luck. It took us six weeks to get everyone in.',
      'I still do not know how to set up approvals, and I am supposed to be the admin here.',
      'We paid for training and got a recording from last year with the old menus.',
      'The tutorial stops exactly where it gets difficult.',
      'Setup was harder than it should be; single sign-on alone cost us three afternoons.',
    ],
    outcomes: [
      {
        rootCause: 'usability',
        action: 'Ran a one-hour session with their admins and set up approvals together.',
        customerMessage: 'Good to meet you all today. The recording and the checklist are in your workspace.',
      },
      {
        rootCause: 'communication',
        action: 'Booked a live training free of charge and flagged the outdated recording.',
        customerMessage: 'That recording should be long gone, sorry. You have a live session on us instead.',
      },
    ],
  },
  {
    rule: 'Waiting for support',
    keywords: ['support', 'ticket*', 'helpdesk', 'hotline', 'agent*'],
    categories: ['detractor'],
    department: 'support',
    priority: 'high',
    comments: [
      'Support closed my ticket without an answer. Twice.',
      'Nine days for a first reply from your helpdesk, and then it was a link to the manual.',
      'Every agent asks me to explain the whole story again. I feel like a case number.',
      'The hotline is friendly but cannot decide anything.',
      'I gave up on support and asked a stranger in a forum. He knew.',
    ],
    outcomes: [
      {
        rootCause: 'service',
        action: 'Reopened the ticket, gave it one owner and solved it on the phone.',
        customerMessage: 'Your ticket has one owner from now on. You reach her directly under this address.',
      },
      {
        rootCause: 'service',
        action: 'Went through the history, answered all open questions in one mail.',
        customerMessage: 'Here are the answers to all five of your questions, in one place at last.',
      },
    ],
  },
  {
    rule: 'Price and packages',
    keywords: ['price*', 'pricing', 'expensive', 'package*', 'discount*'],
    categories: UNHAPPY,
    department: 'marketing',
    priority: 'normal',
    comments: [
      'Too expensive for what we actually use.',
      'The price went up by a fifth and the only announcement was a footnote.',
      'Your pricing page says “contact us” three times. I just want a number.',
      'The feature we need sits in the biggest package, everything else in it is ballast.',
      'As a charity we had hoped for a discount. We never got a reply.',
    ],
    outcomes: [
      {
        rootCause: 'price',
        action: 'Compared their use with the packages and moved them to the smaller one.',
        customerMessage: 'The team package covers all you use; you pay a third less from next month.',
      },
      {
        rootCause: 'communication',
        action: 'Rewrote the announcement and put real numbers on the pricing page.',
        customerMessage: 'The page now shows every price. Thank you for saying it so plainly.',
      },
    ],
    waiver: 'They are on the list price they signed last month; there is nothing for us to change.',
  },
  {
    rule: 'Website and sign-in',
    keywords: ['website', 'log in', 'login', 'password*', 'web page', 'sign-in', 'cookie*'],
    categories: UNHAPPY,
    department: 'web',
    priority: 'normal',
    comments: [
      'The website logs me out every hour, in the middle of a sentence if need be.',
      'Your website is unusable with a screen reader. My colleague cannot even find the menu.',
      'Resetting a password takes four mails and a lot of patience.',
      'I have to log in twice, once for the app and once for the help pages. Why?',
      'Cookie banner on every visit, whatever I choose.',
    ],
    outcomes: [
      {
        rootCause: 'usability',
        action: 'Sessions last a working day now, and drafts survive the end of one.',
        customerMessage: 'You stay signed in for the working day now, and drafts are kept.',
      },
      {
        rootCause: 'product_defect',
        action: 'Labelled the menu and made the whole page reachable by keyboard.',
        customerMessage: 'The menu can be reached by keyboard and screen reader. We would love your verdict.',
      },
    ],
  },
  {
    rule: 'Would speak for us',
    keywords: ['case study', 'reference', 'recommended', 'told our partners', 'conference'],
    categories: ['promoter'],
    department: 'marketing',
    priority: 'low',
    comments: [
      'Happy to be a reference whenever you need one.',
      'I have recommended you to two other companies this month already.',
      'I showed it at a conference in May and had a queue at my table afterwards.',
      'If you ever write a case study about the public sector, call us.',
    ],
    outcomes: [
      {
        rootCause: 'other',
        action: 'Thanked them in person and agreed on a short interview.',
        customerMessage: 'What a lovely offer, thank you! Shall we talk for half an hour next week?',
      },
    ],
  },
];

/** For detractors none of whose words a rule knows. */
export const FALLBACK_OUTCOME: Outcome = {
  rootCause: 'other',
  action: 'Asked what was behind the score, and passed the answer on.',
  customerMessage: 'Thank you for your honesty. What would have made it better? One sentence is enough.',
};
