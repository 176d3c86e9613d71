import type { Actionability } from '../src/analyzer/analysis.js';
import type { EmotionLabel, SentimentLabel } from '../src/analyzer/labels.js';
import { randomOf } from '../src/analyzer/seeded.js';

/**
 * Sentences written for Heed, since neither Reddit nor patients speak of invoices and crashes: what is said of a thing
 * (`_`), and what it shows. They teach the words of customers; nothing is measured on them.
 */
export interface OwnSentence {
  text: string;
  question: string | null;
  /** Null where the sentence is there for what could be done about it, and may be meant either way. */
  sentiment: SentimentLabel | null;
  actionability: Actionability;
  emotions: EmotionLabel[] | null;
}

const THINGS =
  `the app|your app|the website|the site|the dashboard|the product|your service|the service|the support team|support|customer service|
the onboarding|the setup|the documentation|the new update|the latest version|the checkout|the delivery|shipping|the courier|the packaging|
the invoice|billing|the payment page|the pricing|the subscription|the login page|the search|the reporting|the export|the import|the API|
the integration|the mobile app|the interface|the design|the editor|notifications|the sync|the billing portal|the staff|the team|
our account manager|the sales rep|the driver|the quality|the material|the battery|the screen|the order|the room|the food|the booking|
the training|the webinar|communication|the editor|the calendar|the order page|the phone line|the chat|the trial`.split(
    /\|\n?/,
  );

interface Pattern {
  sentiment: SentimentLabel | null;
  actionability: Actionability;
  emotions: EmotionLabel[] | null;
  sentences: string;
}

const PATTERNS: Pattern[] = [
  {
    sentiment: 'negative',
    actionability: 'none',
    emotions: ['annoyance'],
    sentences: `_ keeps crashing|_ is so slow|_ is painfully slow|_ is unreliable|_ is broken again|_ never works|_ does not work|_ stopped working|
_ is full of bugs|_ is buggy|_ freezes all the time|_ is always down|_ takes forever|_ takes far too long|_ times out|_ fails every time|
_ is a nightmare|_ is a waste of time|_ is a waste of money|_ is a joke|_ is ridiculous|_ is useless|_ is unusable|_ is clunky|_ is laggy|
_ is terrible|_ is awful|_ is horrible|_ is the worst|_ is a mess|_ is rude|_ was rude and unhelpful|_ was no help at all|_ ignored me|
_ lost my data|_ logs me out constantly|_ keeps asking for my password|_ gives an error|_ throws errors|_ glitches constantly|
we were charged twice|I was overcharged|hidden fees everywhere|constant outages|too many bugs|nothing works|it crashes on launch|
I spend hours on workarounds|I had to explain it three times|nobody answers the phone|it took weeks to get an answer|
I cannot log in|I got locked out of my account|it arrived broken|it arrived late|it was late again|the wrong item was sent|
it broke after two days|it fell apart|we keep being passed from one person to the next|still not fixed after months|they don't care`,
  },
  {
    sentiment: 'negative',
    actionability: 'none',
    emotions: ['disappointment'],
    sentences: `_ is too expensive|_ is overpriced|_ is not worth the price|_ is not worth the money|_ costs too much|_ got worse|_ went downhill|
_ is disappointing|_ was a letdown|_ is not what I expected|_ is not as advertised|_ is poor|_ feels cheap|_ is outdated|_ looks outdated|
_ is lacking|_ lacks basic features|_ is missing key features|_ could not help|_ did not help|_ is below average|_ is mediocre at best|
_ is inferior to the competition|competitors do it better|I expected more|we expected better|I regret buying it|not worth it|
poor quality|poor value|bad experience|I would not recommend it|we are switching to a competitor|I am cancelling|I want my money back|
the price went up again|the price increase is hard to justify|it does less than before|promises were not kept|it does not deliver|
unfortunately _ is not good enough|sadly _ does not do what we need|_ falls short|_ is unprofessional|_ was cold|_ was dirty|_ was overcooked`,
  },
  {
    sentiment: 'negative',
    actionability: 'none',
    emotions: ['confusion'],
    sentences: `_ is confusing|_ is hard to use|_ is difficult to use|_ is complicated|_ is far too complex|_ is not intuitive|_ is hard to understand|
_ is unclear|_ makes no sense|it is hard to find anything|the menus are confusing|I could not figure out how to start|
the instructions are unclear|_ has a steep learning curve|_ is overwhelming|_ is cluttered|I got lost in the settings`,
  },
  {
    sentiment: 'positive',
    actionability: 'none',
    emotions: ['admiration'],
    sentences: `_ is great|_ is excellent|_ is fantastic|_ is amazing|_ is awesome|_ is outstanding|_ is brilliant|_ is superb|_ is very good|_ is good|
_ is easy to use|_ is intuitive|_ is simple|_ is fast|_ is quick|_ is reliable|_ is rock solid|_ is stable|_ is well designed|_ is beautiful|
_ is affordable|_ is fairly priced|_ is worth every penny|_ is good value|_ is cheap and good|_ is helpful|_ was friendly|_ was friendly and helpful|
_ is knowledgeable|_ is professional|_ is responsive|_ answers within minutes|_ is always there when we need it|_ just works|_ works perfectly|
_ works like a charm|_ works flawlessly|_ works well|_ exceeded my expectations|_ saves us hours|_ saves time|_ makes my life easier|
_ has improved a lot|_ is much better now|_ is the best on the market|_ is better than the competition|_ is smooth|_ went smoothly|
great value for money|great service|good quality|top quality|highly recommended|I would recommend it to anyone|best purchase ever|
fast delivery|it arrived on time|it arrived early|well packed|no complaints|five stars|ten out of ten|nothing to improve|
could not be better|keep up the good work|never had a problem|no problems at all|solved my problem right away|delicious|spotless`,
  },
  {
    sentiment: 'positive',
    actionability: 'none',
    emotions: ['gratitude'],
    sentences: `thank you for the quick help with _|thanks for fixing _|thanks for _|many thanks to _|I really appreciate _|grateful for _|
thank you, _ was great|thanks a lot, it works now|we appreciate how quickly _ was sorted`,
  },
  {
    sentiment: 'positive',
    actionability: 'none',
    emotions: ['love'],
    sentences: `I love _|we love _|love _|I really like _|my team loves _|I enjoy using _|a joy to use|we are very happy with _|I am happy with _|
very satisfied with _|so pleased with _|delighted with _`,
  },
  {
    sentiment: 'neutral',
    actionability: 'none',
    emotions: ['neutral'],
    sentences: `_ is ok|_ is okay|_ is fine|_ is average|_ is neither good nor bad|_ does the job|we use _ every week|I have only used _ once|
no opinion on _|nothing special|it is what it is|too early to say|we started last month|I mostly use _|average|no comment|n/a|so so|
_ is acceptable|it depends|we have had _ for a year|I use it at work|not applicable|_ is as expected`,
  },
  {
    sentiment: 'neutral',
    actionability: 'suggestion',
    emotions: ['desire'],
    sentences: `please add dark mode to _|you should improve _|it would be nice if _ had filters|it would be great to have more options in _|
I wish _ supported exports|I wish _ was available in German|could you make _ more flexible|please make _ faster|_ should be simpler|
_ needs a search|_ needs more options|_ could be faster|_ could be cheaper|_ could use better filters|I would like to see more templates|
I suggest adding a shortcut to _|maybe add a tutorial for _|consider a cheaper plan|please offer a monthly plan|more integrations please|
it would help to have an overview|add an undo button|allow several users in _|a mobile version would be useful|
we would love an integration with our CRM|would prefer to pay by invoice|better documentation for _ would help|an offline mode for _`,
  },
  {
    sentiment: 'neutral',
    actionability: 'needs_answer',
    emotions: ['curiosity'],
    sentences: `how do I export my data from _?|how can I change _?|where do I find _?|when will _ be available?|can you tell me how _ works?|
is there a way to reset _?|do you offer a discount for _?|does _ work with Outlook?|who do I contact about _?|what happens to my data?|
can someone explain _ to me?|could you send me the details of _?|how much does _ cost?|is _ included in my plan?|
please let me know when _ is ready|please send me a copy of the invoice|please contact me about _|can I have a demo of _?`,
  },
  {
    sentiment: 'negative',
    actionability: 'needs_answer',
    emotions: ['annoyance'],
    sentences: `please call me back about _|please get back to me about _|I am still waiting for an answer about _|still no reply about _|
nobody replied to my emails about _|I have not heard back about _|when will _ be fixed?|why is _ not working?|please fix _ as soon as possible|
I need a refund for _|please refund me|where is my order?|I want to speak to a manager|can someone please help me with _?|
please cancel my subscription|I still have not received _|no one has contacted me about _|I opened a ticket and never got a response|
why was I charged twice?|can you fix _ please? it is urgent|please help, _ is down|I have been waiting for weeks for a reply about _`,
  },
  {
    sentiment: null,
    actionability: 'suggestion',
    emotions: null,
    sentences: `if only there were a way to pause _|my one wish is a bigger font in _|
_ needs an index|_ could do with a refresh|_ could do with more staff|you ought to offer a trial of _|why not offer _ on Sundays too?|why don't you offer bigger sizes?|
have you considered a family plan?|have you thought of opening earlier?|how about a discount for students?|what about a quieter area?|open earlier on weekdays|
keep the desk staffed at lunchtime|send a reminder before it renews|send an e-mail when _ changes|text us when the driver is near|
put the opening times on the website|put chairs in the hall|train people on _|hire more people for _|get rid of the queue at _|
get rid of the pop-ups|less jargon, more pictures|fewer steps in _|shorter waiting times|longer opening hours|lower prices|
quicker replies|clearer instructions for _|a wider choice of colours|more seats near _|more choice for vegans|simpler forms|better signs to _|faster loading of _|
an option to skip a week would help|an app for tablets would be handy|let people choose their own date|let us edit _ ourselves|make _ easier to find|
make the letters on _ bigger|offer a smaller size|give regular customers a reward|replace the music with silence|
the only thing I would change is _|the one thing I would add is a calendar|there should be a lift|it needs proper lighting|_ would be better with photos|
I'd prefer a paper copy|I'd rather pay each month|I'd love a dark theme for _|would be good to know the price beforehand|a warning before _ changes would be nice|
improve _|update _ more often|reduce the waiting time|speed up _|try to answer sooner|be clearer about _|tell people how long it takes`,
  },
  {
    sentiment: null,
    actionability: 'needs_answer',
    emotions: null,
    sentences: `kindly look into _|kindly reverse the charge|please look into this and reply|please resend the confirmation|
please send the missing part|please correct my bill|I need help with _|I need help, I cannot get in|I need somebody to sort out _|I need a new password|
could somebody ring me about _|could you check what happened to _|
get back to me please, it is urgent|get in touch asap|let me know what you intend to do about _|awaiting your reply about _|
awaiting a decision on my claim|I expect a reply by Monday|if I do not hear from you I will go to the regulator|if nobody answers I will take legal action|
no acknowledgement of my complaint so far|I have had no answer to my letter|they said they would call and never did|
you said Tuesday, it is Friday now|I was told somebody would be in touch|
my account has been blocked since Friday|I am locked out of _|I cannot get in, help|my booking has vanished|my order came without the cable|my parcel never came|
the wrong item came, what now?|I was charged twice, sort it out please|you took the money twice, give it back|I want my money back|I want a replacement|
give me back my deposit|where is my refund|why has my order been cancelled|why was my card declined|what is going on with _|
still waiting for my refund|still no engineer|still nothing after four weeks|nobody has been in touch about _|three letters and no answer|
I run out tomorrow and nobody has rung|will somebody please answer?|I would like a reply|I'd appreciate a call about _`,
  },
  {
    sentiment: 'negative',
    actionability: 'none',
    emotions: ['anger'],
    sentences: `I am furious about _|I am fuming about _|absolutely livid about _|I am outraged|I am so angry about _|_ makes me furious|_ makes my blood boil|
seething about _|disgusted with _|_ is an outrage|_ is a disgrace|how dare you|shame on you|they shouted at me|you robbed me|liars and thieves`,
  },
  {
    sentiment: 'positive',
    actionability: 'none',
    emotions: null,
    sentences: `I called and they answered at once|
_ could not have been better|
you could not have helped more|I would not change a thing about _|what a wonderful place|who could ask for more|
can you believe how good _ is?|please thank the team for me|
they rang me back and sorted it|everything was explained to me|I did not have to wait|no need to chase anybody|I should mention how kind they were|
I would give eleven out of ten|they helped me without being asked`,
  },
  {
    sentiment: 'negative',
    actionability: 'none',
    emotions: null,
    sentences: `I will never come here again|I would never buy it again|worst _ ever|not impressed with _|do not bother|avoid|
we waited an hour|never using _ again|a waste of an evening|what a joke|is this a joke?|who designed _?`,
  },
];

/** What is said of everything and nothing, which only the question makes praise or blame. */
const EMPTY_HANDED =
  `nothing|nothing at all|nothing really|not much|not a thing|none|no|nope|nothing comes to mind|can't think of anything|
nothing I can think of|absolutely nothing|very little|literally nothing|nothing whatsoever`.split(/\|\n?/);
const EVERYTHING =
  'everything|all of it|everything really|the whole thing|absolutely everything|pretty much everything'.split(
    '|',
  );

const QUESTIONS = {
  improvement: [
    'What could we do better?',
    'How could we improve?',
    'What do you dislike?',
    'What would you change?',
  ],
  praise: ['What was good?', 'What do you like most?', 'What did we do well?', 'What do you enjoy about it?'],
};

/** Of how many things each sentence about a thing is said. */
const THINGS_EACH = 6;

/** The same for the same seed. */
export function ownSentences(seed: number): OwnSentence[] {
  const random = randomOf(seed);
  const thing = () => THINGS[Math.floor(random() * THINGS.length)]!;
  const said = PATTERNS.flatMap(({ sentences, ...shown }) =>
    sentences.split(/\|\n?/).flatMap((sentence) => {
      const times = sentence.includes('_') ? THINGS_EACH : 2;
      return Array.from({ length: times }, () => ({
        ...shown,
        question: null,
        text: written(sentence, thing(), random),
      }));
    }),
  );
  return [...said, ...askedSentences(random)];
}

function askedSentences(random: () => number): OwnSentence[] {
  const answers = (texts: string[], questions: (string | null)[], sentiment: SentimentLabel): OwnSentence[] =>
    texts.flatMap((text) =>
      questions.map((question) => ({
        text: written(text, '', random),
        question,
        sentiment,
        actionability: 'none',
        emotions: ['neutral'],
      })),
    );
  return [
    ...answers(EMPTY_HANDED, QUESTIONS.improvement, 'positive'),
    ...answers(EMPTY_HANDED, QUESTIONS.praise, 'negative'),
    ...answers(EMPTY_HANDED, [null], 'neutral'),
    ...answers(EVERYTHING, QUESTIONS.improvement, 'negative'),
    ...answers(EVERYTHING, QUESTIONS.praise, 'positive'),
  ];
}

/** With or without a capital and a full stop, as people write. */
function written(sentence: string, thing: string, random: () => number): string {
  const said = sentence.replace('_', thing);
  const begun = random() < 0.6 ? said[0]!.toUpperCase() + said.slice(1) : said;
  const isOpen = !/[?!.]$/.test(begun);
  return isOpen && random() < 0.5 ? `${begun}${random() < 0.2 ? '!' : '.'}` : begun;
}
