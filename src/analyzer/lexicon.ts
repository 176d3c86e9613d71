import { Phrases } from './phrases.js';
import { entries } from './word-list.js';

/** What is praise or blame in what customers write, by strength; in the notation of `Phrases`. */
const VALENCES: Record<string, string> = {
  '2': `
    excellent|outstanding|amazing|awesome|fantastic|superb|brilliant|wonderful|exceptional|perfect|perfectly|fabulous|incredible|delighted|delightful|flawless|flawlessly|terrific|stellar
    love|loved|loves|loving|best|phenomenal|magnificent|marvellous|marvelous|delicious|gorgeous|faultless|unbeatable|seamless|seamlessly|excellently|beautifully|amazingly|thrilled|impeccable|invaluable
    spot on, top notch, first class, second to none, five star|stars, 5 star|stars, 10 10, game changer, highly recommend|recommended, can't fault, cannot fault, couldn't fault, could not fault, no complaint, go extra mile, went * extra mile, above and beyond
    can't|cannot|couldn't beat, does|do|works exactly what, a|real|absolute star, rock solid, lifesaver|godsend|breeze|doddle|painless|fab|excelent|amazin|lovely|superbly|brilliantly, works|work like a charm, can't|cannot|could not|couldn't praise|thank, could|can not be better|happier, couldn't be better|happier, well done`,
  '1': `
    good|great|nice|nicely|well|helpful|friendly|easy|easily|quick|quickly|fast|happy|pleased|satisfied|recommend|recommended|liked|likes|enjoy|enjoyed|enjoyable|reliable|professional|polite|courteous|kind
    efficient|efficiently|effective|clean|comfortable|comfy|convenient|affordable|reasonable|reasonably|fair|responsive|prompt|promptly|smooth|smoothly|intuitive|simple|straightforward|useful|handy|impressed|impressive
    thank|thanks|thankful|grateful|glad|appreciate|appreciated|appreciative|solid|sturdy|durable|tasty|fresh|beautiful|pleasant|pleasantly|caring|attentive|knowledgeable|knowledgable|thorough|clear|clearly|competitive|bargain|generous
    worth|worthwhile|secure|safe|trustworthy|honest|transparent|punctual|timely|speedy|swift|improved|success|successful|successfully|solved|resolved|sorted|fixed|fun|cool|stylish|elegant|smart|sleek|modern|decent|welcoming|supportive|reassuring
    patient|understanding|considerate|respectful|compassionate|informative|flexible|accurate|consistent|dependable|stable|cheap|cheaper|cheapest|inexpensive|positive|advantage|strength|bonus|plus|yummy|cozy|cosy|warm|gentle|spotless|satisfactory
    helped|helps|listened|listens|explained|saved|saves|save|exceeded|fulfilled|painless|effortless|effortlessly|trust|loyal|favourite|favorite|responded|ok|okay|fine|better|advanced|accommodating|intelligent
    on time, in time, no problem|problems|issue|issues|trouble|hassle|fuss|bug|bugs|fault|faults, not a|one|single problem|issue|bug|complaint, nothing but * good|great|praise|positive, user friendly, well made|built|priced|packed|packaged|designed|organised|organized|documented|explained
    as described|advertised|expected|promised|ordered, works, work|worked|working well|great|fine, value for money, good|great value, keep|kept informed|updated|posted|me, sorted|sort out, never let me|us down, never|not had a|any problem|issue, look forward, looking forward
    without problem|issue|delay|hassle, ahead of, day|days|earlier early, not bad|too, nothing wrong|bad|negative|missing, can't|cannot|couldn't complain, couldn't|could not ask|wish, up and running, go out of, stand|stands by, next|same day, smile|smiling, lasts|lasted long|ages|years, does|do the job, within minutes|hours
    ideal|happily, high quality, went well, treated * well|respect|kindness, i|we|really like, 's|is|was|work|works super, all good, like the|how|that|it, far better|faster|easier, much better|easier|faster|improved, easy to, no longer * worry, answered * question|questions|quickly|promptly, got back`,
  '-1': `
    bad|badly|poor|poorly|slow|slowly|late|difficult|hard|confusing|confused|complicated|expensive|overpriced|pricey|costly|rude|unhelpful|unfriendly|problem|issue|trouble|bug|buggy|glitch|glitchy|error|crash|freeze|lag|laggy|fail|failed|fails|failure|broke|break
    disappointed|disappointing|disappoint|disappointment|frustrated|frustrating|frustration|annoyed|annoying|annoy|upset|angry|unhappy|dissatisfied|unsatisfied|sad|worried|complain|complaint|complained|lack|lacks|lacking|missing|missed|wrong|wrongly|incorrect|incorrectly|mistake|mess
    delay|delayed|unreliable|unresponsive|unclear|unprofessional|inconsistent|inconvenient|inefficient|dirty|cold|noisy|uncomfortable|cramped|flimsy|faulty|defective|damaged|cheaply|worse|worsened|overcharged|hidden|outdated|dated|clunky|cumbersome|awkward|fiddly
    ignored|ignore|refuse|refused|refuses|cancelled|canceled|lost|lose|stuck|stopped|stops|weak|limited|boring|bland|stale|tasteless|mediocre|average|dismissive|impolite|arrogant|careless|incompetent|clueless|misleading|lied|lie|dishonest|steep|extortionate
    unable|impossible|nobody|noone|unfortunately|sadly|problematic|tedious|hassle|struggle|struggled|struggling|headache|pain|painful|painfully|downside|cons|negative|concern|sluggish|unstable|unacceptable|unsafe|insecure|spam|understaffed
    shame|regret|doubt|rushed|dropped|dropping|drops|blurry|scratched|cracked|torn|leaking|leaks|loud|tired|hate|unnecessary|inadequate|insufficient|substandard|lousy|underwhelming|shoddy|unfair|invasive|intrusive|disorganised|disorganized|chaotic|crowded|overcomplicated|unusable|unanswered
    only|but could|should, could|should|can|needs|need * be|been|to better|improve|improved|improvement|faster|quicker|cheaper|clearer|easier, needs|need improvement|improving|work, room for improvement, not working|work|great|good|happy|impressed|worth|helpful|clear|easy|recommend|enough|responsive|satisfied
    doesn't|don't|didn't|won't|wouldn't|isn't|can't|cannot|couldn't|never work|works|load|open|respond|answer|reply|help|arrive|show|fit|last|care|listen|get|find|log|understand|connect|sync|receive|know|tell|come|explain
    too much|many|long|slow|expensive|high|small|big|complicated|hard|few|late|often|short|loud|difficult|pricey|large|tight, still * waiting|wait|not|no|hasn't|haven't|don't, wait|waited|waiting * week|weeks|day|days|hour|hours|month|months|forever|age|ages|minutes|long
    take|took|taken|takes|taking * forever|age|ages|week|weeks|month|months|long|hours|days, no reply|response|answer|help|one|way|option|support|explanation|information|communication|update|updates|longer|idea|refund|apology|sense|interest|updates|signal, never * got|get|received|answered|replied|responded|arrived|came|called|again
    let|lets|letting * down, fell|falls|fall|falling|came apart, stopped|stop|stops|quit working, charged|charge|billed * twice|double|again|extra|wrong, wrong * twice, twice, went|go|gone up, price|cost increase|hike|rise, passed from|around, on hold, hang|hung up, three|four|five|several|many|multiple times, again and again
    keep|keeps|kept crashing|freezing|dropping|failing|asking|sending|changing|calling|telling|breaking|stopping|logging, not as|what described|advertised|expected|pictured|promised, less than, used to be|have, went downhill, go|gone|going downhill, below par|average, wouldn't|won't * recommend|again|buy|use|return
    hard|difficult|impossible to, not very|really|so|particularly, steal|stole|stolen, blame, forgot|forgotten|forget, leave|left waiting|out, elsewhere, behind schedule, out of stock|date|order, locked|lock|block|blocked, had to * chase|call|wait|return|ask|pay|repeat, chase|chased|chasing, cut off|corners, wish
    needs|need to, hidden fee|fees|cost|costs|charges, money back, heard|hear nothing, log|logs|logged|kick|kicks|kicked me|us out, couldn't|can't|not be bothered, good luck getting|trying|finding|with, nothing like, get|gets|got stuck|worse|nowhere, maze, not a fan, takes|take * to, should have|be, weeks|days|hours late, have to * wait|repeat|click|call|pay, if only, leaves * desired, going round, lacks, cold food, declined|denied, shrink|shrunk, junk|crap|meh`,
  '-2': `
    terrible|terribly|horrible|horribly|awful|awfully|worst|appalling|atrocious|disgusting|disgusted|dreadful|abysmal|pathetic|useless|worthless|garbage|trash|rubbish|scam|scammed|scammers|fraud|nightmare|disaster|disastrous|disgrace|disgraceful|shocking|shambles
    furious|outraged|livid|unbearable|horrendous|horrific|hopeless|joke|ridiculous|insulting|abusive|infuriating|infuriated|ripoff|hateful|despicable|filthy|shameful|inexcusable|crook|crooks|thieves|liars|sucks|suck|sucked|avoid|wasted
    rip off, ripped off, fed up, waste of, waste|wasted * time|money, stay|steer|keep away|clear, never again, do not|never buy|use|order|recommend, don't buy|bother|use|waste|order, last straw, zero|no|0|1|one|2|two star|stars, sick and|of, beyond a joke, not fit for, piece of`,
};

const LEXICON = new Phrases<number>();
for (const [valence, text] of Object.entries(VALENCES))
  for (const pattern of entries(text)) LEXICON.addPattern(pattern, Number(valence));

/** Finds praise (above 0) and blame (below 0), from -2 to 2. */
export const valences: Pick<Phrases<number>, 'matches'> = LEXICON;
