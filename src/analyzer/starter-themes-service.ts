import type { StarterTheme } from './starter-theme.js';
import { entries, words } from './word-list.js';

/** How a company treats its customers: help, words, people, times. */
export const SERVICE_THEMES: StarterTheme[] = [
  {
    key: 'support',
    name: 'Support',
    description: 'Help from customer service: whether it is reached, answers and solves the problem.',
    department: 'support',
    keywords: words(`
      support helpdesk hotline ticket callcenter livechat chatbot supportive complaint complaints apology apologised apologized helpline ombudsman`),
    phrases: entries(`
      customer service, customer services, customer care, customer support, customer servise, customer serivce, costumer service, cust service, tech support,
      technical support, help desk, call centre, call center, service desk, service team, help team, support team, account manager, after sales, aftersales service,
      live chat, service rep, get help, getting help, help line, phone support, customer relations, client services, client service,
      customer success, customer experience team, consumer service,
      talked me through, walked me through, walked us through, talked us through, answer the phone, answers the phone, answering the phone, pick up the phone, picks up the phone, get through to, got through to, cut off, hold music, pillar to post, automated message, automated response, recorded message, sorted me out, sorted us out, case handler, claims team, contact centre`),
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
      went|gone|go above and beyond, above and beyond, went|go * extra mile, after|post sales service|support,
      phone|line|lines * engaged|unanswered, =phone|=call|=calls|=phones|=telephone answer|answered, answer|answered|answering * =phone|=call|=calls|=phones|=telephone, phone|more =lines, explain|explaining|repeat|repeating|tell|telling * again|story|everyone|scratch|over,
      ring|rang|call|called|phone|phoned|email|emailed|wrote|contacted|messaged|complain|complained * twice|times|nobody|noone|somebody|someone|again,
      =email|=emails|=call|=calls|=letter|=letters|=messages and|or =call|=calls|=email|=emails|=letter|=letters|hour|=hours,
      two|three|four|five|six|seven|eight|nine|ten|several|many|countless|multiple|numerous|endless|11 =emails|=calls|=letters|=messages|=attempts|=tickets,
      fix|sort|solve|resolve|rectify it|this|everything|mine|us|within|in|straight|quickly|first|immediately|fairly, got|get|getting it|this|everything|me|us sort|fix|resolve|solve,
      claim|dispute|appeal|case * settle|paid|handle|reject|refuse|deny|process|resolve|dealt|ignored, =handler, take|took|takes|taking * side|seriously,
      automated|phone =bot|robot, =bot|=bots|=robot, value|important your|our|to|is =call|=custom, engineer|technician|repairman * came|come|visit|fix|sent,
      dealt|deal|handle * with|my|problem|situation|promptly|quickly|well|badly, no|any|an|their|your compensation|apology|accountability|ownership|resolution|solution,
      agent|advisor|adviser|rep|representative|operator * knew|know|knowledgeable|helpful|fix|solve|patient|clueless|useless|brilliant|understood,
      report|reported|reporting * still|nothing|ignored|zip|zilch|months|weeks|times, reply|respond|response now|same|within|next|straight|immediately, know * =stuff|=job,
      get|got|getting * quote|answer|response|reply out|from of|you|them, someone|anyone|anybody|somebody to talk|speak|call|contact|answer|help`),
  },
  {
    key: 'communication',
    name: 'Communication',
    description: 'Whether customers are kept informed, answered and told the truth.',
    department: 'support',
    keywords: words(`
      communication communicate communicated communicating comms miscommunication uninformed unresponsive responsive misled misleading transparent transparency contradictory upfront jargon listened listens informative discussed proactive proactively`),
    phrases: entries(`
      keep me informed, kept informed, kept me informed, kept us informed, kept in the loop, keep us posted, kept me posted, kept up to date, kept me up to date, kept me updated,
      keep me updated, kept updated, no updates, no update, status updates, lack of information, no information, not informed, was not told, wasn't told, nobody told,
      no one told, never told, no reply, no response, no answer, no feedback, reply to emails, answer emails, answered my questions, get back to me, got back to me,
      called back, call back, call me back, return calls, returned my call, return my calls, conflicting information, mixed messages, wrong information,
      misleading information, clear information, clear explanation, explained everything, heard nothing, language barrier, no notification, without notice, without warning,
      radio silence, in the dark, out of the blue, small print, fine print, false advertising, straight answer, straight talking, different story, every step of the way, was told, were told, been told, was promised, were promised, lied to, no notice, no explanation, without asking, without telling, terms and conditions, kept us posted`),
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
      unanswered, =clarity, transparent|transparency|honest about|communication|with|from,
      go|went|goes silent|quiet|dark, =silence, not a|one|single word|peep, =word from, only|all|first|last thing|time * heard|hear, without|no|zero|any explanation|reason|warning|apology,
      nobody|noone|never|didn't|don't|not|wasn't|weren't|hasn't|haven't|without|failed|forgot|bother * warn|tell|told|mention|inform|notify|consult|communicate, bother|think|thought to tell|ring|mention|call|say|let,
      contradict, =says|=said|=told|=tells one|different|another|something|opposite|two thing|things|else|stories, different|conflicting|vague|contradictory|inconsistent|straight|honest|clear information|answer|advice|story,
      =promised, =advertised, misrepresent, look like|as|what * photo|picture|description|listing|website,
      open|honest|upfront|clear|vague|evasive|misleading with|about|on, find|found out * when|from|by|after|myself, =chase|=chased|=chasing,
      text|message|email|update throughout|along|regularly|each|every, talk|explain|walk * through|step|stage|options|process|doing|plain, tell|tells|told|telling you|us|me when|what|why|if|how,
      clear|unclear|vague|ambiguous|confusing|plain letter|wording|language|terms|policy|english|message|email|communication|brief, policy|terms|letter|wording|document|contract * confusing|unclear|clear|latin|misleading|wording,
      stop|keep|constantly send|email|text|call|ring * me|us|email|emails|marketing, marketing|promotional|junk|spam|unsolicited|sales email|mail|text|call, mislead|deceptive|deceive|fobbed`),
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
      engineer courtesy disinterested unwelcoming hostile welcomed instructor instructors lecturer lecturers teacher teachers tutor tutors dentist therapist physio stylist hairdresser barista stewardess hostess concierge porter cheerful cheery pushy helpfulness hospitality`),
    phrases: entries(`
      don't care, doesn't care, do not care, couldn't care less, could care less, didn't care, good people, great people, lovely people, nice people, great team, amazing team, lovely staff,
      treated with respect, treated with dignity, bad manner, shouted at, hung up on, talked down, sales people, sales person, sales guy, front desk, made me feel, made us feel,
      bent over backwards, took the time, took their time to explain, go out of their way, went out of his way, went out of her way, went out of their way, always smiling, with a smile,
      young man, young lady, young woman, your people, the people, hard sell, personal touch, credit to, handwritten note, made my day, made our day, made my week, made our stay, made me welcome, by name, cabin crew, sales team, absolute star, absolute gem, absolute legend`),
    patterns: entries(`
      =care|=cared|=cares about|for * customer|me|us|you|client|patient, treat|treated|treats|treating me|us|you|people|customer|everyone|like|with|badly|well|poorly
      he|she|they|lady|guy|man|woman|person|team|people|manager|gentleman|everyone|workers was|were|is|are|very|so|extremely|really * nice|lovely|kind|helpful|pleasant|mean|nasty|great|wonderful|patient|sweet|fantastic|amazing
      pleasant|lovely|nice|sweet|knowledgeable|knowledgable to|staff|people|person|lady|guy|man|woman|gentleman|girl|team|worker|attendant|manager|assistant|owner
      =yelled|=shouted|=swore|=screamed at|to|me, hang|hung up * me, =yelled|=sneered|=laughed at, knowledgeable|knowledgable and|staff|team
      slammed|rolled * door|phone|eyes, owner|manager|host|hostess|clerk * was|is|were|are|very|so, smile|smiling|smiled, the boys|guys|lads|girls|ladies|team,
      lass|lad|bloke|chap|girl|boy|guy|gentleman|lady|man|woman|fella who|that|on|at|from,
      people|team|staff|rep|agent|manager|owner|trainer|guide|rider|courier|builder|fitter|plumber|host|assistant|advisor|adviser|consultant|colleague|handler|attendant|guard|lads|lad|lass|bloke * is|was|were|are * nice|lovely|kind|patient|rude|brilliant|amazing|great|helpful|fantastic|wonderful|awful|horrible|polite|gentle|cheerful|funny|lazy|grumpy|patronising|aggressive|pushy|warm|sweet|incredible|excellent|superb|star|knowledgeable|laugh,
      nice|lovely|kind|great|rude|polite|helpful|cheerful|amazing|friendly|wonderful|patient|grumpy|miserable|arrogant|brilliant|fantastic|horrible|sweet|decent|knowledgeable courier|rider|postman|guide|people|team|chap|bloke|lass|lad|bunch|host|owner|advisor|agent|rep|trainer|folk|colleague,
      =patience, so|very|really|extremely|incredibly|endlessly|always|genuinely =patient|=caring|=thoughtful|=kind|=gentle|=understanding, =gentle and|with, =shrugged|=sighed|=tutted|=smirked|=sneered, roll * =eyes, act|behave|treat|speak|spoke|talk * like|as * i|we|idiot|dirt|child|fault,
      blame me|us|customer, make|made feel stupid|small|silly|guilty|welcome|home|special|comfortable|valued|ease|safe|unwelcome|nuisance, couldn't|could * sweeter|nicer|kinder|politer|friendlier, fault * people|staff|team|crew,
      real|absolute|total|was|is star|gem|legend|angel|hero|treasure|diamond|delight, =bullied|=bullying|=pestered|=pesters|=harassed|=sarcastic, love|loved their|his|her job|subject|work,
      hats|credit|kudos|thumbs|shout|thanks|well off|up|out|to|done * lad|team|staff|everyone|boy|girl|driver|crew|guy|chef, remember|greet me|us|my|our`),
  },
  {
    key: 'appointments',
    name: 'Appointments and waiting',
    description: 'Booking, keeping and waiting for appointments, queues and waiting rooms.',
    department: 'support',
    keywords: words(`
      appointment appointments appt appts queue queues queueing queuing overbooked rescheduled reschedule rebooked slot slots timeslot`),
    phrases: entries(`
      waiting time, waiting times, wait time, wait times, waiting list, waiting room, long wait, wait was long, had to wait, kept waiting, kept me waiting, no show, didn't show up,
      did not show up, never showed up, turned up late, turned up on time, long line, long lines, in line, opening hours, opening times, walk in, hours to be seen, time slot, time slots,
      out the door, fully booked, no one turned up, nobody turned up, running late, double booked`),
    patterns: entries(`
      wait|waited|waiting * minute|min|hour|hr|age|forever, never|not|didn't|did * show|turn up
      book|booked|booking|schedule|scheduled|make|made|cancel|cancelled * slot|visit|table|reservation|appointment|call, long|longer|short wait|queue|line
      short|under staffed, =understaffed, not|more enough|many staff|people|cashier|till,
      show|showed up|late, turn|turned up late|on|early|when, get|be|to|being|be|been =seen, =seen * quickly|promptly|immediately|straight|time|late|early|within|bang, =see|=saw|=seen * doctor|gp|nurse|dentist|specialist|consultant|vet, get|got|no * appointment|slot|booking|reservation|table,
      nobody|noone|one|engineer|technician|fitter|plumber|someone|builder turn|turned|show|showed|came|come up|out, =line, wait|waited|waiting * at|outside|seen|reception|desk|counter|table, stand|standing|stood * line|queue|outside, took|take * day|morning|afternoon off, check|checking in took|takes|hour|queue|quick|smooth|slow|was`),
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
      implementation team, welcome call, welcome email, welcome pack, first time use, out of the box, import our data, data migration, easy to assemble, moved over, switching over, joining process,
      go live, going live, up and going, first week, plug and play, self assembly, flat pack, put it together, new starter, new starters, moved house, moving house, from day one, switch over`),
    patterns: entries(`
      =setting|=set * up, sign|signed|signing|join|register|registered up|process|easy|difficult|hard|registration, registration process|was|is|form, register for|an|my|online
      easy|simple|hard|difficult|quick|impossible to * install|assemble|set|put|start|register|join|fit, activation process|was|fee|code
      assembly, instructions * assemble|build|install|set, start|started|starting using|out * easy|quick|simple|hard, new user|customer * process|experience|guide,
      get|got|getting * team|everyone|business|company|whole|me|us * running|started|going|live, assemble, put|putting together, =rollout, roll out|across, first|initial day|week|fortnight|steps|setup, =induction,
      open|create|apply * account * minutes|minute|easy|quick|quickly|simple|seconds|branch|phone|weeks|while, sign up * easy|quick|minutes|simple|painless|hassle, switch|transfer|move|migrate|import over|broadband|across|data|contacts|house, =moved in, beginner|newcomer|newbie, new to,
      week|weeks|month|months to go|get live|started|running, =tutorial explain|explains|start`),
  },
  {
    key: 'documentation',
    name: 'Documentation and training',
    description: 'Manuals, guides, help pages, courses and training.',
    department: 'support',
    keywords: words(`
      documentation docs manual manuals tutorial tutorials faq faqs webinar webinars instructions instruction guidebook handbook walkthroughs
      documented undocumented knowledgebase workshop workshops lecture lectures`),
    phrases: entries(`
      training session, training sessions, training material, training materials, training course, knowledge base, help page, help pages, help centre, help center, help article, help articles,
      user guide, user guides, how to guide, how to videos, training videos, quick start guide, api reference, api docs, release notes, step by step,
      setup guide, module guide, study guide, getting started guide, quick start, help docs, course material, course materials, online course, in the manual, help section, code examples, the instructions, the manual`),
    patterns: entries(`
      =training was|is|were|are|on|for|from|we|session|provided|video|could|should, more|better|good|great|poor|no|need|user|staff|proper|excellent|lack =training,
      =guide|=guides|=article|=articles|=examples|=screenshots|=materials|=slides|=handouts * is|was|are|were|clear|unclear|vague|outdated|useful|helpful|detailed|confusing|wrong|missing|thorough, setup|user|installation|help|module|study|reference|written|printed|detailed|proper|clear =guide|=guides|=guidance|=articles|=article|=manual,
      the|this|your|my|our|good|great|excellent|online|practical|whole|every|each|short|brilliant|two|one|day =course|=courses, =course|=courses was|were|is|are|content|material, =trainer was|is|were|clearly|had|did|knew|who|explained|really, =wiki|=readme, link|linked|send|sent to|me|an * =article|=articles, =recipe|=recipes * easy|clear|follow|hard, =policy =wording`),
  },
  {
    key: 'facilities',
    name: 'Facilities and environment',
    description: 'The place: cleanliness, comfort, parking, noise, accessibility.',
    department: null,
    keywords: words(`
      parking toilet toilets restroom restrooms bathroom bathrooms cleanliness facilities building lobby ambience ambiance atmosphere decor
      wheelchair aircon noisy filthy unclean lighting premises shower showers mould mold venue heating radiator elevator legroom locker lockers spotless grubby grimy dingy shabby tatty stuffy draughty hygiene hygienic signage overcrowded smelly stairs seating pillows towels bedding`),
    phrases: entries(`
      car park, air conditioning, waiting area, changing rooms, fitting rooms, clean room, dirty room, clean store, dirty store, very clean, not clean, nice place, disabled access,
      well located, easy to find, comfortable room, comfortable bed, the location, great location, good location,
      leg room, thin walls, paper thin, next door, step free, sea view, near the station, walking distance, freezing cold, changing room, changing rooms, air con, out of order, run down`),
    patterns: entries(`
      clean|dirty|tidy|messy|smelly|comfy|comfortable|crowded|cramped room|store|place|shop|table|seat|seating|restaurant|office|hotel|floor|carpet|bed|waiting
      room|store|place|shop|restaurant|office|hotel|floor|bed|seat was|is|were|are * clean|dirty|tidy|smelly|cold|hot|noisy|crowded|comfortable|messy,
      wall * thin, bed|mattress|room|suite|bedroom|pillow|seat|chair|pool|gym|sauna|venue|hall|studio|lounge|lift|floor|cabin|apartment|cottage|building|library|restaurant|branch|theatre|ward is|was|were|are|like|had|smelled|smelt|felt|needs * clean|dirty|tidy|filthy|smelly|comfortable|comfy|uncomfortable|noisy|quiet|cold|freezing|hot|warm|small|tiny|cramped|huge|spacious|modern|dated|lovely|beautiful|tired|torture|hard|soft|cloud|disgusting|stuffy|grim|bright|welcoming|busy|crowded|lumpy,
      clean|filthy|dirty|comfortable|comfy|spacious|quiet|noisy|cramped|lovely|tiny|freezing|beautiful|modern|dated|immaculate room|bed|hotel|premises|place|surroundings|environment|seat|gym|pool|venue|shop|ward|apartment, =bed|=beds like|so|was|were,
      smell|smelt|stank|stink|reek * damp|drain|smoke|toilet|room|hall|corridor|area|stale, hair|stain|dust|bug|cockroach|crumb|mice in|on|under * bath|sink|bed|carpet|sheet|floor|room|everywhere|plughole, =noise, heard|hear * neighbour|neighbor|traffic|wall|next,
      nowhere|anywhere|impossible|where to park, =park|=parked * car|street|easy|easily, leave|leaving * car overnight|outside, too|very|so|always|really|often|overly crowded|packed|noisy|loud, lovely|stunning|great|amazing|beautiful|nice|gorgeous =view|=views|setting|location|surroundings|garden,
      next|near|close|handy|convenient|minutes to|for|from * station|beach|centre|center|airport|town|tube|metro, branch|store|library closed|closes|shut, level|disabled|wheelchair|buggy|pram access|ramp, =quiet right|and|location|room|spot`),
  },
];
