/** English words too common to tell what a text is about: they neither begin nor end a phrase worth noticing. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against all almost already also although always am an and another any anybody anyone
  anything are aren't around as at away back be because been before being below best better between bit both but by came
  can can't cannot come could couldn't day days did didn't do does doesn't doing don't done down during each either else
  enough especially etc even ever every everybody everyone everything far few find first for from further gave get gets
  getting give given go goes going gone good got great had hadn't happy hard has hasn't have haven't having he he's her
  here hers herself him himself his hope how however i i'd i'll i'm i've if im in instead into is isn't it it's its itself
  just keep kind know last least less let like little long look lot lots love made make makes making many may maybe me
  mean might mine more most much must my myself need needs never new next nice no nobody none nor not nothing now of off
  often ok okay on once one ones only onto or other others our ours out over own per perhaps please pretty put quite
  rather really recently right said same say says see seem seems several she should shouldn't since so some somebody
  someone something sometimes soon still such sure take than thank thanks that that's the their theirs them then there
  there's these they they're they've thing things think this those though through time times to today together too
  toward try trying two under until up upon us use used using very via want wants was wasn't way we we'd we'll we're
  we've week weeks well went were weren't what what's when where whether which while who whole whom whose why will with
  within without won't work works would wouldn't year years yes yet you you'd you'll you're you've your yours`.split(
    /\s+/,
  ),
);
