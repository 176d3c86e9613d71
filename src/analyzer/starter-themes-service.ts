import type { StarterTheme } from './starter-theme.js';
import { entries, words } from './word-list.js';

/** How a company treats its customers: help, words, people, times. */
export const SERVICE_THEMES: StarterTheme[] = [
  {
    key: 'support',
    name: 'Support',
    description: 'Help from customer service: whether it is reached, answers and solves the problem.',
    department: 'support',
    keywords: words('support helpdesk hotline ticket callcenter livechat chatbot supportive'),
    phrases: entries(`
      customer service, customer services, customer care, customer support, customer servise, customer serivce, costumer service, cust service, tech support,
      technical support, help desk, call centre, call center, service desk, service team, help team, support team, account manager, after sales, aftersales service,
      live chat, service rep, get help, getting help, help line, phone support, customer relations, client services, client service,
      customer success, customer experience team, consumer service`),
    patterns: entries(`
      no|not|never|without * =help|assistance
      were|was|been|very|so|always|extremely|super|really|most|incredibly helpful|unhelpful
      helpful|unhelpful staff|team|people|person|rep|agent|service|representative|guy|lady|customer
      rep|agent|representative|operator|advisor|adviser|csr
      =helpline, =unhelpful, =helpfull
      solve|resolve|sort|fix|handle|address|rectify * problem|issue|complaint|query|concern|case
      problem|issue|complaint|query|concern|case * solve|resolve|sort|rectify|unresolved|handle
      helped|helps|help me|us|them|out, =assisted, =assistance, assist me|us
      open|raise|submit|log|close * case|request
      speak|spoke|talk|get to|with|through|hold * human|person|someone|somebody|manager|supervisor
      no|not|never * answer|reply|response|respond * from|call|email|mail|phone|message|request
      on hold, pass|transfer|pushed from|to|between * to|department|person
      contact|call|email|phone|ring|rang|message|write|chat them|company|seller|you|service|team * time|no|never|still|answer|reply|resolve|help|response
      called * time, great|good|poor|bad|terrible|awful|excellent|amazing|horrible|fantastic|worst|best|outstanding|exceptional|superb|lousy|wonderful|appalling|rubbish|brilliant|fab|prompt|friendly|disgusting|dreadful|top =service
      =service was|is|has great|good|poor|bad|terrible|awful|excellent|amazing|horrible|outstanding|exceptional|superb|wonderful|brilliant|second|appalling|always|top|very|really|so|absolutely|first|friendly
      never|not|nobody|no got|get|getting|had|received|gave|heard|one * answer|reply|response|back
      nobody|noone * answer|reply|respond|help|care|call, no-one|one|body answers|helps|responds|replies|answered|responded|replied|helped
      went|gone|go above and beyond, above and beyond, went|go * extra mile, after|post sales service|support`),
  },
  {
    key: 'communication',
    name: 'Communication',
    description: 'Whether customers are kept informed, answered and told the truth.',
    department: 'support',
    keywords: words(
      'communication communicate communicated communicating comms miscommunication uninformed unresponsive responsive',
    ),
    phrases: entries(`
      keep me informed, kept informed, kept me informed, kept us informed, kept in the loop, keep us posted, kept me posted, kept up to date, kept me up to date, kept me updated,
      keep me updated, kept updated, no updates, no update, status updates, lack of information, no information, not informed, was not told, wasn't told, nobody told,
      no one told, never told, no reply, no response, no answer, no feedback, reply to emails, answer emails, answered my questions, get back to me, got back to me,
      called back, call back, call me back, return calls, returned my call, return my calls, conflicting information, mixed messages, wrong information,
      misleading information, clear information, clear explanation, explained everything, heard nothing, language barrier, no notification, without notice, without warning`),
    patterns: entries(`
      respond|replied|reply|responded|responding|replying|answer to|my|promptly|quickly|immediately|within|back|us|me|email|mail|message|phone|call|fast|quick
      never|not|don't|didn't|doesn't|won't|wouldn't|nobody|noone respond|replied|reply|responded|responding|answer|answered|answers|called|returned|return|call
      ignore|ignored|ignores|ignoring * email|mail|call|message|request|me|us|complaint|question
      quick|prompt|fast|slow|late|swift|rapid|timely|immediate|polite|no =reply|response|answer|replies, slow|quick|prompt|fast to reply|respond|answer
      answer|reply|response to|from * email|mail|message|question|enquiry|query|letter
      get|got|getting back to|with me|us|you|him|her|anyone, hear|heard * back|from|nothing|anything, let|letting|lets me|us|customer|them know
      no|not|without|never|lack|better|poor|clear|bad|any|more|little * explanation|notification|notice|feedback|contact|update
      explain|explained|explains|explaining|explanation * well|clearly|everything|detail|me|us|why|what|how|properly|thoroughly|each|all
      informed|informs|inform me|us|them|customer|of|about|that|throughout|well|properly, well|fully|not|never|poorly|badly|always|be|been informed
      told me|us|that|one|different|to|i|wrong, =lied, =lie to|about, keep|kept|send|sent|give|gave|provide|regular|constant|more|email|text * =update|=updates
      listen|listened|listens|listening|heard to|me|us|carefully|properly|out, not|never|nobody|didn't|don't|doesn't listen
      get|got|getting|hard|easy|difficult|impossible * hold|touch|contact|reach, contact|contacting|reach|reaching * hard|difficult|impossible|easy
      never|nobody|didn't|don't|not|always|promise * call|phone|email|got|get|rang|ring * back, promise|said|say|told * call|phone|ring|email back
      unanswered, =clarity, transparent|transparency|honest about|communication|with|from`),
  },
  {
    key: 'staff_attitude',
    name: 'Staff attitude',
    description: 'How people of the company behave: friendly, polite, rude, caring.',
    department: null,
    keywords: words(`
      staff staffs rude rudely rudeness impolite polite politely friendly unfriendly courteous discourteous attitude attitudes disrespectful respectful professional unprofessional
      unproffesional proffesional proffessional professionalism condescending patronising patronizing arrogant dismissive welcoming kind kindness caring uncaring compassionate compassion
      empathy empathetic attentive obnoxious snotty surly abrupt grumpy moody ignorant employees employee personable approachable considerate demeanor manners receptionist
      receptionists waiter waitress waiters cashier cashiers waitstaff salesman salesperson technician technicians technican nurse nurses doctor doctors driver drivers crew bartender
      engineer courtesy disinterested unwelcoming hostile welcomed`),
    phrases: entries(`
      don't care, doesn't care, do not care, couldn't care less, could care less, didn't care, good people, great people, lovely people, nice people, great team, amazing team, lovely staff,
      treated with respect, treated with dignity, bad manner, shouted at, hung up on, talked down, sales people, sales person, sales guy, front desk, made me feel, made us feel,
      bent over backwards, took the time, took their time to explain, go out of their way, went out of his way, went out of her way, went out of their way, always smiling, with a smile`),
    patterns: entries(`
      =care|=cared|=cares about|for * customer|me|us|you|client|patient, treat|treated|treats|treating me|us|you|people|customer|everyone|like|with|badly|well|poorly
      he|she|they|lady|guy|man|woman|person|team|people|manager|gentleman|everyone|workers was|were|is|are|very|so|extremely|really * nice|lovely|kind|helpful|pleasant|mean|nasty|great|wonderful|patient|sweet|fantastic|amazing
      pleasant|lovely|nice|sweet|knowledgeable|knowledgable to|staff|people|person|lady|guy|man|woman|gentleman|girl|team|worker|attendant|manager|assistant|owner
      =yelled|=shouted|=swore|=screamed at|to|me, hang|hung up * me, =yelled|=sneered|=laughed at, knowledgeable|knowledgable and|staff|team
      slammed|rolled * door|phone|eyes, owner|manager|host|hostess|clerk * was|is|were|are|very|so, smile|smiling|smiled, the boys|guys|lads|girls|ladies|team`),
  },
  {
    key: 'appointments',
    name: 'Appointments and waiting',
    description: 'Booking, keeping and waiting for appointments, queues and waiting rooms.',
    department: 'support',
    keywords: words(
      'appointment appointments appt appts queue queues queueing queuing overbooked rescheduled reschedule rebooked',
    ),
    phrases: entries(`
      waiting time, waiting times, wait time, wait times, waiting list, waiting room, long wait, wait was long, had to wait, kept waiting, kept me waiting, no show, didn't show up,
      did not show up, never showed up, turned up late, turned up on time, long line, long lines, in line, opening hours, opening times, walk in, hours to be seen, time slot, time slots`),
    patterns: entries(`
      wait|waited|waiting * minute|min|hour|hr|age|forever, never|not|didn't|did * show|turn up, show|showed|turn up|late
      book|booked|booking|schedule|scheduled|make|made|cancel|cancelled * slot|visit|table|reservation|appointment|call, long|longer|short wait|queue|line
      saw|seen|see * quickly|promptly|immediately|straight, short|under staffed, =understaffed, not|more enough|many staff|people|cashier|till`),
  },
  {
    key: 'onboarding',
    name: 'Onboarding',
    description: 'Getting started: setting up, installing, moving in, first steps.',
    department: 'product',
    keywords: words(`
      onboarding onboard onboarded installation install installed installing installs uninstall reinstall setup register registering registration signup implementation migration implement configure configuration
      migrate walkthrough installer preinstalled`),
    phrases: entries(`
      set up, setting up, sets up, getting started, get started, first steps, sign up process, signing up, easy to sign up, up and running, go live, went live, learning curve, kick off, kickoff call,
      implementation team, welcome call, welcome email, welcome pack, first time use, out of the box, import our data, data migration, easy to assemble, moved over, switching over, joining process`),
    patterns: entries(`
      =setting|=set * up, sign|signed|signing|join|register|registered up|process|easy|difficult|hard|registration, registration process|was|is|form, register for|an|my|online
      easy|simple|hard|difficult|quick|impossible to * install|assemble|set|put|start|register|join|fit, activation process|was|fee|code
      assembly, instructions * assemble|build|install|set, start|started|starting using|out * easy|quick|simple|hard, new user|customer * process|experience|guide`),
  },
  {
    key: 'documentation',
    name: 'Documentation and training',
    description: 'Manuals, guides, help pages, courses and training.',
    department: 'support',
    keywords: words(`
      documentation docs manual manuals tutorial tutorials faq faqs webinar webinars instructions instruction guidebook handbook walkthroughs
      documented undocumented knowledgebase`),
    phrases: entries(`
      training session, training sessions, training material, training materials, training course, knowledge base, help page, help pages, help centre, help center, help article, help articles,
      user guide, user guides, how to guide, how to videos, training videos, quick start guide, api reference, api docs, release notes, step by step`),
    patterns: entries(
      '=training was|is|were|are|on|for|from|we|session|provided|video|could|should, more|better|good|great|poor|no|need|user|staff|proper|excellent|lack =training, =trainer|=trainers',
    ),
  },
  {
    key: 'facilities',
    name: 'Facilities and environment',
    description: 'The place: cleanliness, comfort, parking, noise, accessibility.',
    department: null,
    keywords: words(`
      parking toilet toilets restroom restrooms bathroom bathrooms cleanliness facilities building lobby ambience ambiance atmosphere decor
      wheelchair aircon noisy filthy unclean lighting premises`),
    phrases: entries(`
      car park, air conditioning, waiting area, changing rooms, fitting rooms, clean room, dirty room, clean store, dirty store, very clean, not clean, nice place, disabled access,
      well located, easy to find, comfortable room, comfortable bed, the location, great location, good location`),
    patterns: entries(`
      clean|dirty|tidy|messy|smelly|comfy|comfortable|crowded|cramped room|store|place|shop|table|seat|seating|restaurant|office|hotel|floor|carpet|bed|waiting
      room|store|place|shop|restaurant|office|hotel|floor|bed|seat was|is|were|are * clean|dirty|tidy|smelly|cold|hot|noisy|crowded|comfortable|messy`),
  },
];
