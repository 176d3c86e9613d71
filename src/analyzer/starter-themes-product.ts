import type { StarterTheme } from './starter-theme.js';
import { entries, words } from './word-list.js';

/** What a company sells and how well it works. */
export const PRODUCT_THEMES: StarterTheme[] = [
  {
    key: 'product_quality',
    name: 'Product quality',
    description:
      'How good and lasting the thing itself is: material, workmanship, faults, fit for its purpose.',
    department: 'product',
    keywords: words(`
      quality qualty quailty defective defect defects faulty flimsy durable durability sturdy shoddy poorly-made counterfeit fake knockoff workmanship craftsmanship
      damaged scratched cracked ripped torn leaking leaks leaked rusty rusted malfunctioned malfunction malfunctioning useless worthless junk
      crap crappy garbage food meal meals dish dishes tasty delicious tasteless stale mouldy moldy rotten inedible bland ingredients fabric material materials texture flavor flavour scent comfy
      shrunk wobbly dented chipped stained overcooked undercooked sturdiness longlasting substandard inferior soggy undrinkable burnt flavourful flavorful gameplay graphics portions portion stitching`),
    phrases: entries(`
      well made, poorly made, cheaply made, made well, badly made, well built, build quality, fell apart, falls apart, falling apart, fell off, came apart, broke down, broke after, stopped working, quit working,
      doesn't work, does not work, didn't work, did not work, not working, won't work, never worked, dead on arrival, as described, not as described, not as advertised, as advertised, as pictured, not as pictured,
      true to size, too small, too big, too large, great product, good product, excellent product, bad product, poor product, terrible product, love this product, love the product, amazing product, best product,
      high quality, low quality, good quality, poor quality, great quality, top quality, wear and tear, worn out, wore out, wears out, cheap material, cheap plastic, feels cheap, looks cheap, battery life,
      does the job, does what it says, works great, works well, works perfectly, works fine, works as expected, worked great, worked well, wrong size, wrong colour, wrong color, second hand, out of date, past its best,
      in bits, in pieces, a hole in, piping hot, stone cold, came off, came loose, high standard, poor standard, not what i ordered, nothing like the, does exactly what, does what i need, best purchase, best buy, built to last, fit for purpose, tasted off, to die for`),
    patterns: entries(`
      broke|broken|break|snapped|cracked|tore|died * after|within|first|in|when|easily|on|the|month|week|day|already, =broken, =broke, after|within * break|broke|broken|died|stopped
      item|product|shoe|dress|phone|device|machine|unit|toy|goods|shirt|bed|chair|sofa|mattress|laptop|battery|tablet|screen|camera|printer|watch|bag|lens|food|coffee|pizza|burger|meal * is|was|were|are|looks|arrived * great|good|excellent|perfect|amazing|fantastic|poor|bad|terrible|awful|fine|lovely|beautiful|cheap|horrible|rubbish|nice|brilliant|superb|damaged|faulty|broken|gorgeous|cold|fresh
      great|good|excellent|perfect|poor|bad|terrible|awful|lovely|beautiful|quality|best|worst|amazing|solid|superb|fantastic|nice|inferior|faulty|wonderful|reliable|decent|horrible|fresh product|item|goods|phone|device|machine|unit|food|shoe|dress|coffee|meal|laptop|tablet|watch|mattress|range|camera
      fit|fits|fitted perfectly|well|great|nicely|like|perfect|true|right|badly, not|doesn't|didn't|don't fit|last|hold
      work|works|worked|working great|good|well|perfectly|fine|wonderfully|flawlessly|beautifully|wonders|amazing|as, poor|bad|cheap|inferior|wrong item|product|goods|part
      love|like|happy|pleased|satisfied|enjoy|recommend|delighted|disappointed|unhappy * product|item|purchase|device|phone, look|looks great|good|nice|beautiful|lovely|amazing|cheap|better|just
      smell|smells|smelled|taste|tastes|tasted * like|good|great|bad|awful|amazing|horrible|of, piece of|a junk|crap|garbage|shit|rubbish|trash
      battery * dies|died|drain|drains|last|lasts|charge|dead|doesn't|life, overheat, sound|picture|image|video quality|clear
      colour|color * wrong|different|like|match|fade|faded|picture, soft|thick|thin|heavy|light|strong|solid and|material|fabric|enough, =size|=sizing is|was|runs|wrong|chart|perfect, wrong item|size|product|order|colour|color,
      =lasted|=lasts|=lasting * long|year|month|week|day|forever|ages|well,
      jumper|jeans|trousers|coat|jacket|boots|trainers|kettle|lamp|table|wardrobe|toaster|hoover|router|charger|headphones|tv|bike|oven|fridge|blender|pan|handle|zip|strap|cable|perfume|cream|candle|toys|pillow|curtains|rug|part|tyres|ring|necklace|glasses|breakfast|lunch|dinner|curry|steak|chips|fish|chicken|salad|sandwich|cake|bread|fruit|vegetables|veg|flowers|bouquet|plants|wine|beer|groceries|sauce|game|book|machine|equipment|box * is|was|were|are|looks|looked|arrived|came|tasted|feels|to * great|good|excellent|perfect|amazing|fantastic|poor|bad|terrible|awful|lovely|beautiful|cheap|horrible|rubbish|nice|brilliant|superb|damaged|faulty|gorgeous|cold|fresh|comfy|soft|sagging|broken|useless|disgusting|tasty|delicious|dry|greasy|raw|dead|wilted|rotten|stale|loose|stunning|die|sturdy|solid|worn|bits|snapped|scratched|garbage|trash|crap|shoddy|immaculate|outstanding,
      =snapped|=ripped|=tore|=shattered|=collapsed|=peeled|=faded|=shrank|=frayed|=melted, come|came|fall|fell off|apart|loose|undone, =guarantee|=warranty, =sagging|=sags,
      standard|quality * drop|dropped|slipped|fallen|gone|high|low|poor|deteriorated|declined|excellent|improved|declining, high|low|poor|exceptional|excellent|highest =standard|=standards, =fakes|=replica|=replicas,
      best|favourite|favorite|great|brilliant|fantastic|amazing|decent|solid|superb tool|purchase|buy|software|gadget|kit, =does everything|exactly, do|did exactly * need|want|should|says|supposed, great|good|lovely|cracking|top =stuff|gear|clothes|garments,
      substitute|substitution, =swapped * order|item|similar, not|nothing|isn't|wasn't what|like * order|ordered|expected|picture|photo|described|turned, =tat|=landfill, look|looked|feel|felt cheap|tacky|plasticky|premium|flimsy,
      however|whatever good|great|bad the =product, stone|luke cold|warm, well|beautifully|badly|poorly|nicely|cheaply finished|designed|crafted|stitched|cooked|machined|presented|seasoned, =router|=device|=machine is|was rubbish|useless|great,
      =product is|was|itself`),
  },
  {
    key: 'usability',
    name: 'Usability',
    description: 'How easy it is to use, find one’s way and understand.',
    department: 'product',
    keywords: words(`
      usability intuitive unintuitive userfriendly clunky cumbersome complicated confusing confused interface interfaces ui ux gui navigate navigation
      navigating layout straightforward straightfoward usable unusable convoluted fiddly cluttered ergonomic intuitively overcomplicated foolproof hassle-free learnable clutter redesign redesigned counterintuitive illogical`),
    phrases: entries(`
      easy to use, easy use, ease of use, simple to use, simple use, hard to use, difficult to use, user friendly, not user friendly, user interface, user experience, easy to understand, hard to understand,
      easy to navigate, hard to navigate, easy to follow, hard to find, can't find, cannot find, could not find, too many clicks, too many steps, easy to learn, hard to learn, learning curve,
      easy to operate, makes life easy, makes my life easier, simple and easy, quick and easy, fast and easy, easy and quick, easy process, simple process, hassle free, pain to use, no brainer,
      makes no sense, dead easy, piece of cake, child's play, menus deep, hurt my eyes, hurts my eyes, one handed, one hand, couldn't be easier, could not be easier, well laid out, well thought out, badly designed, poorly designed`),
    patterns: entries(`
      easy|easily|easier|simple|simpler|hard|harder|difficult|impossible|tricky|confusing|complicated|awkward|convenient|intuitive|quick to * use|find|understand|navigate|follow|operate|manage|learn|handle|read|search|edit|create|do|order|change|access|work
      so|very|super|really|extremely|too|is|was|pretty|it's|made|makes|quite|incredibly|it =easy|=simple|=difficult|=complicated|=confusing, =easy|=simple process|ordering|booking|system|design|transaction|order
      not|isn't|very|more|less|really|super|quite convenient|intuitive|accessible, use|using * easy|simple|hard|difficult|breeze|nightmare, =convenient|=convenience
      find|figure|work out|how|where * to|out, can't|couldn't|cannot|don't|didn't|not figure|understand|find|know how|out|what|where|the, =dashboard|=menu|=menus|=screens
      design is|was|of|looks|clean|modern|old|outdated, makes|make|made it|my|our|life * easier|easy|simple, clean|modern|outdated|dated|clear|nice|sleek design|look|interface|layout,
      easy|easier|simple|hard|difficult|awkward|quick to see|pay|track|book|check|send|add|switch|return|buy|view|upload|download|browse|customise|customize|locate|print|grasp,
      everything|options|settings|things|button|function * buried|hidden|scattered|fingertips, move|change|hid everything|things|button|menu|layout|around, =clicks|=taps to|deep|just|for|too|later, too many|much menus|options|screens|tabs|buttons|popups,
      button|text|font|print|writing|icons|letters * small|tiny|teeny|little|bigger|unreadable, tiny|small|bigger|larger font|print|text|buttons, clean|simple|clear|slick|neat|tidy|clunky|ugly|confusing|dated|modern|intuitive app|site|website|screen|software|system,
      so|much|far|really|everything =clearer|=simpler|=easier|=easy, everything|was|is|so|all =easy|=simple|=effortless|=doddle|=breeze, is|was a doddle|breeze, figure out, make no sense, find my|your way, easy|simple|quick enough|peasy, thought * complicated|hard|difficult, old|previous|new layout|design|interface`),
  },
  {
    key: 'performance',
    name: 'Performance and reliability',
    description: 'Speed, outages, crashes, errors and whether it can be relied on.',
    department: 'product',
    keywords: words(`
      bug bugs buggy glitch glitches glitchy crash crashes crashed crashing crashs laggy lag lags lagging freeze freezes freezing froze freezed unreliable reliable reliability realiable
      performance downtime outage outages uptime unstable stability stable timeout timeouts buffering latency unresponsive disconnects disconnected disconnecting hangs
      sluggish hiccups errors error malfunctions dependable consistent consistently snappy blackout coverage dropouts`),
    phrases: entries(`
      stops working, keeps crashing, keeps freezing, keeps stopping, slow to load, takes forever to load, load time, loading time, loading times, won't load, doesn't load, does not load, won't open, doesn't open,
      error message, error messages, white screen, black screen, blank screen, goes down, went down, is down, was down, been down, drops out, dropped out, cuts out, very slow, too slow, so slow, really slow,
      runs slow, runs smoothly, run smoothly, works smoothly, data loss, lost my data, lost data, doesn't sync, not syncing, won't sync, connection issues, connection problems, poor signal, no signal,
      stopped working, not working, doesn't work, does not work, works every time, never fails, never let me down, never had a problem, no problems, no issues, works flawlessly, technical issues, technical problems,
      rock solid, falls over, fell over, falling over, let me down, let us down, hit and miss, when it works, goes white, goes blank, not responding, power cut, power cuts, timed out, timing out, times out, went missing`),
    patterns: entries(`
      app|application|software|system|website|site|platform|server|page|connection|internet|wifi|program|portal|service|phone|laptop|computer|tool|broadband * slow|fast|down|freeze|stuck|unavailable|quick|drop|hang|unresponsive|offline
      slow|fast|quick app|application|software|system|website|site|server|connection|internet|wifi|loading|speed|page|laptop|computer|load|performance|broadband|response
      load|loading|loads * slow|slowly|forever|age|minute|quickly|fast|long|second, run|runs|running * smooth|smoothly|slow|slowly|fast|flawlessly|well|quick
      keep|keeps|kept|constantly|always|often * crash|freeze|fail|drop|disconnect|stop|break|error|cut|log|shut|restart|buffer, =fails|=failed|=failing * to|again|every|time|upload|save|load
      tech|technical|software|system|network|server|connectivity|connection|sync|syncing issue|problem|error|fault|failure|difficulty, stop|stopped|stops|quit|quits work|working|function|responding
      not|doesn't|don't|won't|didn't|never|isn't|stop|barely|hardly work|function|load|sync|connect|respond|open|start properly|correctly|anymore|all|half|again, lose|lost|drop|drops * connection|signal|data
      half|most of * time * work|works|down|slow, fast and reliable, smooth|smoothly,
      =spinning|=spun, signal|connection|wifi|internet|broadband|network|power|coverage|reception|speed * drop|dropped|weak|poor|bad|terrible|great|good|solid|slow|decent|strong|excellent|patchy|fluctuates|awful|back,
      rock|super|very|pretty|great|good|poor|solid|strong|terrible|stable|fast|decent connection|signal|coverage|reception|speeds|wifi|broadband|network|servers, transfer|payment|message|sync|page|search|report * instant|instantly|immediately|seconds|straight,
      second|seconds|minute|minutes|ages|forever to load|open|save|start|respond|boot|sync|update|refresh, won't|wouldn't|doesn't|can't|cannot|didn't|refuses open|load|start|boot|launch|update|refresh|turn|sync|save|connect, lost|lose|losing|wiped|deleted * progress|data|work|files|everything|documents|history|saves,
      data|files|progress * missing|lost|gone|disappeared|wiped|corrupted, server|servers * down|up|held|slow|stable|maintenance|overloaded, system|systems|computers|technology * outdated|ancient|antiquated|failing|another,
      every|each|twice|since * update|patch|upgrade|release, click|page|report * takes|took|take * second|seconds|minute|minutes|forever|ages, power|electricity|water|gas|supply|heating * off|out|back|cut|restored|outage, need|more =speed, never|not|hasn't|haven't|once * let * down, lightning|blazing|insanely|instant fast|quick|speed, keep|kept|keeps =timing`),
  },
  {
    key: 'missing_features',
    name: 'Missing features',
    description: 'What customers miss or would like to be added.',
    department: 'product',
    keywords: words(
      'functionality functionalities feature features lacks lacking customization customisation customizable integration integrations integrate integrates roadmap',
    ),
    phrases: entries(`
      feature request, missing feature, missing features, more features, new features, would be nice, would be great if, would be good if, would be helpful, would love to see, would like to see,
      i wish it, i wish there, i wish you, wish you could, wish it had, if only it, doesn't support, does not support, no support for, no option, not possible to, more options,
      should have a, should be able to, need the ability, lack of features, limited features, dark mode, export to, does not have, doesn't have, doesn't offer, can't export, cannot export,
      please add, please let, please bring back, bring back the, any chance of, on the roadmap, asked for this, been asking for, could do with, wish i could, why can't i, would love a, would love an, would like a, being able to, only thing missing, nice to have`),
    patterns: entries(`
      please|could|should|must|need to|you * add|include|offer|provide|implement|allow, add|include|implement * option|feature|ability|support|function, wish|hope|hoping * had|would|could|was|were|add|have|offer
      miss|missing|lack|need|want|limited|no|more|additional|basic * feature|functionality|option|capability|filter|integration|function, ability|option to
      not|doesn't|can't|cannot|unable|couldn't allow|let|able|possible * to|me|us|you * add|export|import|customize|edit|sort|filter|search|share|download|print|delete|change|sync|integrate|schedule
      would be * nice|great|good|useful|helpful|handy|better * if|to|have|could,
      please|pls|plz|should|could let|support|introduce|bring|enable * us|me|users|people|option|back, why|is there|can't|cant no|i|we * dark|option|way|app|export|search|filter|undo|desktop, =wish i|we|you|it|there|they could|had|would|was|were|did,
      no|without|lacks|lack|missing|needs|need|want|still|add|adding api|integration|export|import|filter|undo|sso|widget|reminder|calendar|notifications|search|shortcut|template|audit|bulk|offline|single|permissions|toggle|setting,
      ask|asked|requested|requesting for * years|months|ages|in, miss|missing being|the * able|ability|option, one|only thing|feature * missing|lacking|lacks|miss|need|add, if you|it|there|they|we|i could|had * automatically|themselves|schedule|export|choose|option|sort|filter|set|save|share|split|add|see,
      no|any|not way|possibility|possible to|of * add|export|import|see|view|check|filter|sort|edit|change|undo|merge|share|print|search|disable|save|schedule|skip, like|love to * be|skip|choose|see * able|option|without, except|apart talk|from * integrate|talk|sync|export|connect, export|import|connect|sync to|with * excel|csv|pdf|xero|quickbooks|outlook|calendar|slack|accounting`),
  },
  {
    key: 'security',
    name: 'Security and privacy',
    description: 'Personal data, safety of the account, fraud and scams.',
    department: 'product',
    keywords: words(`
      privacy security secure insecure gdpr hacked hacker hackers hacking hack phishing breach breached encryption encrypted scam scams scammers scammer scammed fraud fraudulent fraudsters
      spam spyware malware confidentiality confidential safe unsafe untrustworthy trustworthy malware cheaters conned swindle swindled dodgy cloned unauthorised unauthorized shady fraudster`),
    phrases: entries(`
      personal data, personal information, personal details, data protection, data breach, data leak, two factor, my details, sold my data, sell my data, sell your data, rip off artists,
      identity theft, stolen identity, without my consent, without my permission, unauthorised access, unauthorized access, suspicious activity,
      card details, bank details, my data, our data, your data, my information, cold calls, spam calls, nuisance calls, opted out, opt out, audit log, audit trail, buyer protection, fake reviews, fake profiles, fake accounts, fake listings`),
    patterns: entries(`
      feel|felt|feeling|very|keep|kept safe|secure|unsafe, steal|stole|stolen * data|information|identity|detail|money,
      trust|comfortable|wary|nervous|worried|scared|safe with|giving|entering|about * card|data|details|information|info|money, share|sell|sold|leak|pass|give|gave|expose my|our|your|customer|personal|on detail|data|info|information|number|email|address,
      someone|somebody|stranger|thief|they * spent|accessed|stole|cloned|hacked|bought * card|account|money|details, suspicious|unrecognised|unrecognized|strange|unknown transaction|activity|charge|login|payment, where * data|files|information|details * stored|kept|held, data|files|details stored|encrypted|protected,
      prove|proving * who|identity|wasn't, fake|bogus seller|listing|review|profile|account|website|site|email, full|loads|lots|riddled of|with fakes|scammers|bots|cheats|cheaters, hold|holds|held|protect the|my|your * payment|money, how * get|got my|our|her|his * number|email|address|details, private|personal|sensitive data|information|details|info|messages`),
  },
  {
    key: 'competitor',
    name: 'Competitors',
    description: 'Comparisons with others and going over to them.',
    department: 'marketing',
    keywords: words(
      'competitor competitors competition competing rivals rival competitive alternative alternatives',
    ),
    phrases: entries(`
      other companies, other providers, other company, other suppliers, other products, other brands, other brand, other apps, other tools, other sites, other websites, other stores, another company, another provider,
      another supplier, different company, different provider, go elsewhere, going elsewhere, went elsewhere, look elsewhere, looking elsewhere, shop elsewhere, buy elsewhere, bought elsewhere, found elsewhere,
      take my business elsewhere, taking my business elsewhere, switching to, switched to, moving to another, moved to another, better than others, than any other, compared to other, compared to others,
      compared with others, similar products, market leader, anywhere else, somewhere else, other vendors, other banks, other shops,
      on the market, big chains, my old bank, my old provider, my previous provider, previous supplier, no match for, shop around, shopping around, shopped around, best in class, than others, to others, with others`),
    patterns: entries(`
      switch|switched|switching|move|moved|moving|change|changed|changing|leave|leaving|left|go|went * to|from|for|back * competitor|another|rival|other|different
      better|cheaper|worse|faster|easier than * amazon|google|ebay|other|competitor|another|any|microsoft|apple|zendesk|salesforce|hubspot|slack|most
      used|tried|use|try many|several|other|lots|few|various * product|company|app|tool|brand|service|provider|site|software, compared|comparing|unlike to|with|other|most * other|competitor|another,
      than|unlike|versus|vs|like|from|to|over|prefer|left|ditched amazon|ebay|google|microsoft|apple|samsung|zendesk|salesforce|hubspot|slack|intercom|revolut|monzo|starling|barclays|hsbc|lloyds|natwest|santander|nationwide|paypal|stripe|sky|bt|virgin|vodafone|o2|ee|verizon|comcast|netflix|spotify|uber|lyft|deliveroo|doordash|tesco|asda|sainsburys|aldi|lidl|waitrose|walmart|costco|ikea|argos|etsy|gumtree|vinted|shopify|wix|squarespace|dropbox|asana|trello|jira|notion|xero|quickbooks|airbnb|expedia|ryanair|easyjet|hilton|marriott|steam,
      than amazon|ebay|etsy|gumtree|google * offered|offers|charges|does|gives, compare|comparison to|with * other|rest|bank|brand|company|companies|provider|monzo|revolut|starling, compare * others|elsewhere|market|similar,
      my|our old|previous|last|former bank|provider|supplier|company|insurer|broker|tool|system|software|vendor|airline|garage|gym|phone, than * my|our|the old|previous|last|rest|main|competition, than elsewhere|anywhere|anyone,
      go|going|gone|went|buy|bought|look|looking|take|shop|order|cheaper|better elsewhere, others|rival|competitor * offer|do|does|reply|charge|cheaper|better|faster, best|better|cheapest|nothing on|out the|there =market, switch|evaluate|consider|defect from|to|provider|rival|alternative|other, main dealer`),
  },
];
