import type { StarterTheme } from './starter-theme.js';
import { entries, words } from './word-list.js';

/** Buying: what it costs, how it is paid and delivered, and where it is done. */
export const COMMERCE_THEMES: StarterTheme[] = [
  {
    key: 'pricing',
    name: 'Pricing and value',
    description: 'What it costs and whether it is worth it.',
    department: 'marketing',
    keywords: words(`
      price prices pricing priced pricey pricy overpriced expensive expensively inexpensive cheap cheaper cheapest cost costs costly affordable unaffordable affordability discount discounts
      discounted coupon coupons bargain bargains rip-off ripoff extortionate exorbitant markup fee fees tariff tariffs promo promotion underpriced prohibitive reasonable commission surcharge
      robbery greedy fleeced gouging hike hikes dearer quid microtransactions tenner fiver`),
    phrases: entries(`
      value for money, good value, great value, worth it, worth the money, worth every penny, not worth, waste of money, rip off, ripped off, price increase, price increases, price went up,
      prices went up, put the price up, put prices up, too much money, too expensive, very expensive, bit expensive, a lot of money, save money, saved money, saves money, saving money, hidden fees,
      hidden costs, hidden charges, extra charges, good price, great price, good prices, great prices, best price, best prices, low price, low prices, high price, higher price, reasonable price,
      reasonably priced, fair price, fairly priced, well priced, special offer, special offers, good deal, great deal, great deals, good deals, best deal, best deals, money's worth,
      bang for the buck, bang for your buck, for the price, for the money, price match, return on investment, free shipping, free delivery, shipping cost, shipping costs, delivery charge,
      delivery charges, delivery cost, free trial, daylight robbery, arm and a leg, pays for itself, get what you pay for, knocked off, half the price, twice the price, half price, price tag,
      cheap as chips, existing customers, standing charge, exchange rate, exchange rates, interest rate, interest rates, bit dear, too dear, pay to win, for what you get, for what it is,
      great value for`),
    patterns: entries(`
      save|saved|saves|saving|waste|wasted|wasting * money|lot|pound|dollar|buck|£, pay|paid|paying|charge|charged|spend|spent|cost|costs * much|more|extra|less|lot|premium|fortune|double|little,
      worth * money|price|penny|cent|it|cost|every, go|going|went|gone|keep|put|raise|increase|increased|raised|hike|double|doubled * price|cost|fee|price,
      price|rate|subscription|fee|premium|renewal|quote|rent * high|low|increase|rise|up|double|good|great|fair|reasonable|steep|right|competitive|expensive|cheap|ridiculous,
      good|great|fantastic|amazing|bad|best|excellent|better|cheap deal|offer|price|value|quote|saving|rate, =deal|=deals was|were|on|are|for,
      the|best|excellent|amazing|fantastic|super|poor|bad|real|incredible|exceptional|better|no|little|of|decent|brilliant|outstanding|added|terrible =value, =value is|was|could|at,
      bit|too|very|quite|rather|little|so|pretty =dear|=steep, pay|paid for itself,
      pay|paid|charge|cost|quoted|want|spend|spent * quid|pound|dollars|euros|bucks|grand|hundred|thousand|fortune|twice|double|half|pence,
      renewal|premium|quote|subscription|rent|tariff|insurance|membership * up|above|double|tripled|higher|more|cheaper|increase|jumped|lower, half|twice|double as|the much|price|cost,
      loyalty|loyal * nothing|mean|reward|customer|penalised|discount, =quoted, new|existing|loyal customer * pay|get|deal|price|offer, =greed|=profiteering|=gouge|=fleecing, record profits,
      =knocked off|£, interest|exchange|mortgage|savings|conversion|hourly|day|nightly|competitive|better|good|great|low =rate|=rates,
      listing|booking|service|admin|late|delivery|hidden|annual|monthly|joining|overdraft|foreign fee|charge, not cheap, what * pay|paid for,
      cost|price|charge * bomb|earth|lot|peanuts|far|fraction, compare|competitive on price, quid|pound|pounds|dollars|euros|bucks for|a|per|postage|extra, money * worth|waste|value|drain,
      is|was|it's|totally|completely|all|stay|stays|keep =free, too much for|money|to, have|has|having|need|want|make|made to|you|me|us pay * for|to|extra|unlock|use|more|everything|anything,
      money grab|grabbing|grabber|hungry|machine, one get one, pay|paid|paying to|extra|more unlock|use|remove|for, extra|everything|anything costs|cost|charged|paid,
      voucher|coupon|code * off|discount|saved|applied, twice|double|triple|half the|last|what * price|cost|amount|paid|year's, half|fraction|third|quarter the|of * price|cost,
      worth every|it|the|paying|buying|what|your|more|considering, not|isn't|hardly|barely|well worth, cost|costs|costing * fortune|bomb|nothing|pennies|more|less|extra|double|too,
      pensioner|student|students|families|family|loyal * discount|afford|price|rate, can't|cannot|couldn't|can|could|longer afford,
      great|good|bad|poor|no|best|amazing|excellent|real bargain|value|deal|steal`),
    vague: entries(`
      budget, worth, premium`),
  },
  {
    key: 'billing',
    name: 'Billing and refunds',
    description: 'Invoices, payments, charges, refunds and cancelling.',
    department: 'support',
    keywords: words(`
      billing bill bills billed invoice invoices invoiced invoicing refund refunds refunded refunding reimbursed reimburse reimbursement paypal charged charging overcharged overcharge overcharging
      overbilled autorenew autorenewal chargeback statement receipt receipts debited debit deducted unsubscribe klarna prorated creditcard transaction transactions overdraft ledger bailiffs
      arrears deposit deposits withdrawal withdrawals credited instalment instalments autopay`),
    phrases: entries(`
      money back, my money back, credit card, debit card, bank account, direct debit, double charged, charged twice, charged me, charged for, still charged, took money, taken money, take money,
      took my money, stole my money, stealing money, automatic renewal, auto renew, auto renewal, auto renewed, cancel my subscription, cancel subscription, cancel my account,
      cancelled my subscription, cancellation fee, hidden charges, late fee, payment method, payment methods, card declined, payment declined, payment failed, account balance, gift card,
      return policy, returns policy, return process, refund policy, sent it back, send it back, purchase order, price adjustment, final bill, store credit, line item, line items, final reminder,
      final demand, debt collectors, return label, meter reading, meter readings, smart meter, estimated readings, deposit back, bank transfer, purchase ledger, payment terms, proof of purchase,
      out of pocket, overdraft fee`),
    patterns: entries(`
      cancel|cancelled|cancelling|canceled|cancellation * subscription|membership|contract|account|order|policy|trial|plan|service|fee|payment|booking,
      take|took|taken|taking|steal|stole|owe|keep|kept * money|payment|fund * account|card|bank|from, return|returned|returning|returns * item|product|it|them|policy|process|label|store|easy|full,
      =returns, charge|charged|charging|charges * card|account|twice|double|month|wrong|without|after|me|us|again|for,
      get|got|want|give|gave|receive|received|request|still|issue|issued|no|full * refund|money back|reimbursed|credit, exchange|replacement|replaced * item|refund|policy|return,
      give|gave|want|get|got|need * my|the|our|me back * money|deposit|£, =give it|that|them|me back, leave|leaving|quit|terminate|end|exit * contract|membership|gym|letter,
      demand|bill * estimated|doubled|wrong|huge|shock, estimated|actual|meter reading, keep|kept|still|continue * bill|charge,
      never|didn't|not agree|authorise|authorize|consent * auto|renew|payment, =money in|back|refund, card|payment * declined|failed|rejected|refused|bounced, =gave|=give * =it back,
      overdraft fee|charge, renew|renews|renewing|renewed automatically|itself|without|again|even|every, send|sending|sent it|them|something|things|item|items|goods|shoes|back|everything back,
      penalty|fine|fined|penalised for|late|of, amount|total|sum * wrong|changed|doubled|went|due|debited, final|last account|bill|invoice * estimated|high|wrong|huge,
      exit|cancellation|termination|leaving|early fee|charge|charges, cancel|cancelling|cancelled|ended|end my|the|our|a|by * subscription|membership|contract|plan|trial|account|policy|insurance,
      impossible|hard|difficult|easy|easily|way|how|try|tried|trying to =cancel, cancelled|canceled|cancelling * still|months|charged|charge|billed|refund|fee,
      still|keep|keeps|kept|continue * charging|charged|billing|billed|debiting|renewing|deducting,
      payment|payments * taken|declined|rejected|failed|late|twice|missed|overdue|due|bounced|plan|not|didn't|early|wrong|method,
      refuse|refused|refuses|deny|denied * refund|money|reimburse|credit|exchange, money|amount|cash * deducted|debited|taken|withdrawn|refunded|returned,
      pay|paying by|with * transfer|paypal|card|cash|cheque|invoice|instalments, postage * paid|return|credit|refund, subscription * cancel|cancelled|charged|renewed|renew|ended|still|billed,
      monthly|paper|clear|detailed|simple|itemised|wrong|correct invoice|bill|bills|statement, pay|paid|paying|payed * invoice|bill|online|account|card|paypal|twice, settled|paid * already|invoice`),
    vague: entries(`
      =cancel|=cancelling|=canceling|=cancellation, =cancelled|=canceled my|the|our|it|but|and|still, payment, subscription`),
  },
  {
    key: 'delivery',
    name: 'Delivery and speed',
    description: 'Shipping, arrival, packaging, and how long things take.',
    department: null,
    keywords: words(`
      delivery deliveries deliver delivered delivering delivers delivary delivry shipping shipment shipped ship ships shipments courier couriers dispatch dispatched despatched despatch parcel
      parcels postage tracking packaging package packages packaged fedex usps dhl hermes evri dpd yodel arrival undelivered redelivery backorder backordered tracker luggage baggage doorstep
      postman lorry depot customs`),
    phrases: entries(`
      arrived late, arrived early, arrived quickly, arrived on time, never arrived, not arrived, hasn't arrived, did not arrive, didn't arrive, never received, not received, well packaged,
      well packed, lost in the post, lost in transit, out for delivery, in the post, in the mail, delivery driver, delivery time, delivery date, left outside, left on the doorstep,
      damaged in transit, out of stock, in stock, label created, lead time, lead times, well wrapped, safe place, over the gate, over the fence, with a neighbour, with a neighbor, wrong address,
      wrong city, lost my bag, landed early, turned up on the day, turned up late, hasn't turned up, never turned up`),
    patterns: entries(`
      order|item|package|parcel|product|goods * arrive|arrived|came|received|receive|sent|missing|lost|late,
      fast|quick|speedy|prompt|slow|swift|rapid|late|express|next|efficient =service|delivery|shipping|turnaround|dispatch|process|order|arrival|postage, sent|send to|wrong * address, =speed of,
      box|parcel|package|packaging * crushed|squashed|battered|damaged|football|torn|open|dented|ripped|wet|recyclable|excessive|smashed|empty, =wrapped|=packed|=packaged|=boxed,
      flight|train|bus|plane|coach|ferry * late|delay|cancel|early|time|hours, land|board * early|late|time|quick|smooth, =bag|=bags|suitcase * lost|missing|late|delayed, lost my bag|case|suitcase,
      sat|sitting|stuck * hours|tarmac|depot|plane|runway|customs,
      order|item|package|parcel|shipment|goods|lorry|van|courier * late|quick|quickly|fast|early|time|delay|delayed|week|weeks|days|left|neighbour|neighbor|fence,
      deliver|delivery|dispatch|shipping|postage * quick|quickly|fast|slow|late|time|week|day|days|weeks|hour|hours|delay,
      arrive|arrived|arriving * late|early|damaged|broken|cracked|crushed|quickly|promptly|fast|on|next|within, came|come|came in * box|bag|envelope|packaging|bubble|plastic,
      sent|went|posted to * wrong|old|neighbour|house|address|flat, lorry|van|delivery|courier driver, turned|turn up * late|early|days|weeks|damaged|broken,
      haven't|hasn't|never|not|still * received|arrived|delivered|shipped|dispatched, order * still|never|yet|where|waiting, wait|waited|waiting for * order|parcel|package|sofa|delivery|item,
      suitcase|luggage|baggage, flight|train|bus|plane|coach|ferry * delayed|hours|left|leave|cancelled, half|part|rest of * order,
      left|leave|left it with|outside|behind * neighbour|neighbor|door|porch|bin|rain|gate, collect|pick from|up * depot|office`),
    vague: entries(`
      on time, in time, next day, same day, never came, still waiting, still not, fast service, quick service, speedy service, slow service, prompt service, super fast, very fast, very quick,
      very quickly, so fast, so quick, really fast, really quick, ahead of schedule, behind schedule, weeks late, days late, longer than expected, sooner than expected, earlier than expected,
      quicker than expected, faster than expected, took forever, takes forever, took ages, takes ages, too long, so long, on the dot, bang on time, in good time, record time, next morning,
      turnaround time, take|took|taken|taking|takes * week|day|month|year|forever|age|hour|long|minute, wait|waited|waiting * week|day|month|year|long|order|parcel|package|delivery|item|arrive,
      arrive|arrived|arrives|arriving|arrived|came|come|received|get|got|receive * quickly|quick|fast|late|early|day|week|time|promptly|tomorrow|next|yesterday|damaged|broken|when|within,
      never|not|still|haven't|hasn't|didn't|yet * received|receive|arrive|arrived|arriving|come|came|shipped|delivered|dispatched, within * hour|day|week|time|minute,
      come|came|arrive|arrived monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow, done|completed|processed|dealt|sorted|served * quickly|promptly|fast|time|speed,
      quickly|promptly, was|were|very|so|super|really|always|extremely quick|fast|prompt|speedy|slow|efficient, long|longer time|than|wait, day|week|month late|later|ago,
      left|leave|threw|throw|chuck|dump|lob|toss * gate|fence|rain|neighbour|neighbor|doorstep|porch|bin|hallway|outside, order|ordered on|ago|week|weeks|month|months|three|two,
      bang|right|dead|spot on time|dot, come|came super|so|very|really|next|early|late|quick, quick|fast|slow|prompt|speedy|swift to come|arrive|deliver|dispatch|ship,
      =fast|=speedy|=swift and|friendly|reliable|efficient|delivery, done|ready|back|finished|completed by|within * lunchtime|hour|day, took|take|wait * week|month to|for,
      six|two|three|four|five|several|many week|month * in|and|without|later|courtesy, prompt, promptly, timely, punctual, speedy, delay, delayed, =late, waiting for weeks, turnaround,
      turn|turned up, hold|held up, never * make|made it`),
  },
  {
    key: 'website_app',
    name: 'Website and app',
    description: 'The website, the online shop and the mobile app.',
    department: 'web',
    keywords: words(`
      website websites webpage webpages webshop web-site app apps mobile android iphone ios ipad browser homepage checkout online webstore cart chrome safari popup popups playstore appstore portal
      basket smartphone tablet tablets webchat advert adverts`),
    phrases: entries(`
      web site, web page, mobile app, mobile site, app store, play store, shopping cart, shopping basket, check out process, online shop, online store, online shopping, online ordering,
      online booking, online account, online portal, order online, ordered online, ordering online, book online, booked online, search function, search bar, search results, product page,
      push notifications, new version, latest version, latest update, new update, landing page, dead links, broken link, broken links, home page, on my phone, on your website, online platform,
      online form, web chat, self service, drop down, qr code, wish list, in the app, web form, online banking, mobile banking, online system, guest checkout`),
    patterns: entries(`
      click|clicking|clicked * button|link|on|page, menu|button|link * work|broken|missing, fill|filled * form, page|site|app * load|crash|freeze|error,
      filter|search|basket|listing|form|link|checkout * reset|hopeless|useless|broken|empty|emptied|timed|times|fails|error, =page|=pages goes|went|just|won't|doesn't|load|times,
      upload|uploading * photo|document|file|picture|receipt, =online, =mobile|=desktop version|site|view|banking, =reinstall|=reinstalling|=reinstalled,
      push|get|every|instant =notification|=notifications|=alert|=alerts|=ping|=pings, see|check|pay|order|manage|book * =phone|tablet, search is|was|function|bar|results,
      cookie|cookies banner|popup, pop ups|up, filter|filters * work|size|reset|useless|search, submit|press|hit|tap * submit|button|nothing, download|downloading|downloaded the|this|your|it * app,
      store|branch locator|finder, link|links * nowhere|dead|broken|wrong, search * find|results|nothing|useless|never|shows|brings, =site|=sites, from|on|via my|your =phone|=tablet|=mobile,
      =ad|=ads`),
    vague: entries(`
      =version, download`),
  },
  {
    key: 'account_access',
    name: 'Account access',
    description: 'Logging in, passwords, verification, locked or closed accounts.',
    department: 'web',
    keywords: words(`
      login logins logon log-in signin password passwords passcode username 2fa otp mfa sso authenticator authentication verification captcha credentials lockout relogin logout suspended banned
      fingerprint biometric biometrics pin`),
    phrases: entries(`
      log in, log on, log into, logging in, logging into, logged in, logged out, logs me out, logged me out, log out, sign in, signing in, signed in, sign into, sign out, locked out, lock me out,
      locked me out, account locked, account blocked, account suspended, account closed, account was closed, account disabled, account deactivated, closed my account, blocked my account,
      suspended my account, deleted my account, delete my account, reset password, password reset, reset link, forgot password, verify my account, verify my identity, access my account,
      access to my account, verification code, security code, two factor, face id, touch id, invalid password, user account, account access, face scan, face recognition, single sign on,
      get back in, get back into, security questions, recognise me, recognize me, recognises me, prove my identity, proof of identity, into my acc, wrong password, new password, another password,
      yet another password`),
    patterns: entries(`
      can't|cannot|couldn't|unable|not|won't|never|no access|log|sign|login to|in|into|on|my|the|account,
      lock|locked|block|blocked|ban|banned|suspend|suspended|disable|disabled|hack|hacked|terminate|close|closed|delete|deleted|restrict|deactivated|freeze * account|profile|access,
      account * lock|locked|block|blocked|ban|banned|suspend|suspended|disable|disabled|hacked|terminate|terminated|closed|deleted|restricted|deactivated|frozen,
      verify|verification * code|email|identity|id|phone|number|account, =access to, activation code|link|email, confirmation|reset|activation code|link,
      password * work|wrong|reset|accept|change|invalid|forget, can't|cant|cannot|couldn't|unable|won't|never * get|log|let|access * in|into|account|acc, unable|can't|cannot to|get get|in in|=my,
      face|facial|finger|voice scan|id|recognition|print, code * sent|send|never|arrive|wrong|expired, send|resend|receive * code, suspended|banned|blocked|locked with|without|for|on|from,
      log|logged|logging|logs in|into|on|out|off, profile * deleted|blocked|banned|suspended|removed|locked, sign|signs|signing|signed|kick|kicks|kicked|throws|throw me|us|you|everyone|it =out,
      reset * mail|email|link|code, blocked|locked after|out|from|because, scan|photo|copy of * id|passport|licence, change|changing|update|updating|edit * email|username|password,
      no|lost|without|given|denied|lose|losing|gain|have|got|still|get|had|granted|need =access, access was|is|were|set|rights|for|to * account|profile|us|everyone|colleague,
      face|fingerprint|voice unlock|login|recognition, access|verify|recover|register|activate|restore|unlock|log * account|identity|profile,
      wrong|forgot|forgotten|new pin|code|username|credentials, set|sort|sorted|arranged up * =access, able|unable|manage|managed|way|impossible|trying to =access|log|login`),
    vague: entries(`
      open|opened|create|creating * account`),
  },
  {
    key: 'choice',
    name: 'Choice and availability',
    description: 'The range on offer and whether it is in stock.',
    department: 'product',
    keywords: words(`
      selection assortment variety choices stock stocked restock unavailable availability discontinued shelves`),
    phrases: entries(`
      out of stock, in stock, sold out, wide range, good range, great range, large range, huge range, great selection, more choice, wide choice, great choice, limited range, limited choice,
      no longer available, always available, in my size, my size, to choose from, ran out, run out, runs out, back in stock, all gone, not much choice, vegan options, vegetarian options,
      no longer stock, no longer sell`),
    patterns: entries(`
      range|choice of * product|item|size|colour|color|brand|food|menu, not|never|always|often available, anything|nothing|none|never in|for|left * size|12|14|16|18|xl|tall|petite|plus,
      couldn't|can't|cannot|unable|nobody get|source|find|supply * part|item|one|product|colour|size|model, =stock level|levels|shown|wrong|check, =range huge|great|wide|is|was|limited|good|big,
      huge|great|wide|good|big|limited|vast|poor|large|amazing|massive|better =range, run|ran|always|completely out of, something|nothing for everyone|me, substitute * everything|items,
      hardly|barely|not|few|less|more|limited|lots|plenty|fewer|wide|great|huge|better|poor|many * choice|range|selection|variety|vegan|vegetarian|gluten|halal|brands,
      more|fewer|limited|different|other colours|colors|sizes|flavours|models|brands|styles|varieties,
      stop|stopped|stops|discontinue|discontinued|dropped selling|stocking|making|doing|my|the * favourite|favorite|line|range|flavour, stop|stopped selling|stocking,
      menu|catalogue|catalog|collection|inventory|library|stock is|was|huge|small|limited|big|boring|vast|poor|varied,
      limited|small|varied|huge|extensive|short|vast|tiny menu|stock|catalogue|collection|inventory|library, spare|replacement parts,
      always|never|usually|rarely|they|you have|has|had|find * what|everything|size|need|looking, only|few|nothing|none|no * =left,
      hardly|barely|not any|anything|much|many * watch|choose|films|shows|for, something|nothing|not|little|much for * vegetarian|vegetarians|vegans|everyone|kids|children|tall|plus,
      lots|loads|plenty|so|much|enough * choose, always|constantly|often|everything =sold|=unavailable|=out, brand|brands|things|products * nobody|nowhere else`),
  },
];
