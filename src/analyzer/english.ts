import { words } from './word-list.js';

/** Words that are frequent in English and, spelled so, hardly occur in another language. */
const ENGLISH_ONLY = new Set(
  words(`
    the and you your yours with this that these those they them their there have been were would could should which what when where who why how
    because about from into than then just only very really more much many some any every each both other another again always never ever often
    i'm i've i'd i'll it's that's there's don't doesn't didn't can't couldn't won't wouldn't isn't wasn't aren't haven't hasn't you're they're we're he's she's let's what's
    not but are my our its his she her him having has does did doing being make makes made get gets got getting give gave take took taken keep kept
    good great nice best better worse worst easy hard quick slow helpful friendly awesome amazing excellent lovely wonderful terrible awful horrible poor happy sad
    love loved like liked likes thank thanks please sorry welcome hello hey yeah yes sure guys girl boy friend people person someone something anything everything nothing nobody everyone
    work works working worked service customer staff price money time year years week weeks day days month months thing things way lot need needs needed want wants wanted
    know knew think thought feel feels felt see saw seen look looks looking find found use used using try tried trying tell told ask asked said says saying went going gone goes
    buy bought pay paid order ordered wait waited waiting help helped call called answer answered question issue issues still even though through before after while since until already
    too also well back off out down here now up over under same own few most such can will may might must let us we he me she was is it of to for at by if or as be
    right wrong true enough almost maybe perhaps actually literally definitely probably honestly absolutely totally whole life world man woman dude lol wow omg wtf damn shit fuck hell god
    happened happen goes comes came come believe understand understood agree bad fun funny cute cool weird crazy stupid dumb glad hate hope wish luck birthday congrats congratulations happy
    read write watch watched play played game team win won lose lost start started stop stopped old new young big small little long short high low first last next
    cheap expensive quality delivery website app great product products support nope yep thanks cheers impressive interesting exactly fantastic brilliant perfectly pleased satisfied disappointed disappointing frustrating annoying confusing crap rubbish useless overpriced cheaper faster easily quickly slowly rude polite professional delivered arrived broken refund invoice login password update features missing improve improved better usual tonight today yesterday tomorrow morning night oh gonna wanna gotta dont cant doesnt didnt im ive thats sounds sound makes sense idea point story`),
);

/** Frequent in English, and in at least one other language too; they count for half. */
const ALSO_ELSEWHERE = new Set(
  words(`
    a i in on no so an as at is it of or me we he she was be by do for to up us my has had can will man her him war all well bad most old fine super ok okay fast hot team app
    die den over under here then also come go see son but if am new not best big arm hat list god hell last first start stop game fan sex bit art per pro via sad men
    problem support service website online email perfect normal original social real final general material capital total central ideal animal hotel chat
    use long short such test text plan note quit fun cool let let's pass net film radio video bar park post rate pay`),
);

/** From this part of its words on, a text is English without a closer look. */
const CLEARLY_ENGLISH = 0.55;
/** From this part on, a guess of another language is not believed. */
const RATHER_ENGLISH = 0.25;

/** How far a text's words are frequent English ones, from 0 to 1. */
export function shareOfEnglish(forms: readonly string[]): number {
  if (forms.length === 0) return 0;
  let share = 0;
  for (const form of forms) {
    if (ALSO_ELSEWHERE.has(form)) share += 0.5;
    else if (ENGLISH_ONLY.has(form)) share += 1;
  }
  return share / forms.length;
}

export function isClearlyEnglish(share: number, wordCount: number): boolean {
  return wordCount >= 2 && share >= CLEARLY_ENGLISH;
}

export function isRatherEnglish(share: number): boolean {
  return share >= RATHER_ENGLISH;
}
