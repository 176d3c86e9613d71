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
      price prices pricing priced pricey pricy overpriced expensive expensively inexpensive cheap cheaper cheapest cost costs costly affordable unaffordable affordability value discount discounts
      discounted voucher vouchers coupon coupons bargain bargains worth rip-off ripoff extortionate exorbitant markup fee fees tariff tariffs budget promo promotion
      underpriced prohibitive reasonable`),
    phrases: entries(`
      value for money, good value, great value, worth it, worth the money, worth every penny, not worth, waste of money, rip off, ripped off, price increase, price increases, price went up, prices went up,
      put the price up, put prices up, too much money, too expensive, very expensive, bit expensive, a lot of money, save money, saved money, saves money, saving money, hidden fees, hidden costs, hidden charges, extra charges,
      good price, great price, good prices, great prices, best price, best prices, low price, low prices, high price, higher price, reasonable price, reasonably priced, fair price, fairly priced, well priced, special offer,
      special offers, good deal, great deal, great deals, good deals, best deal, best deals, money's worth, bang for the buck, bang for your buck, for the price, for the money, price match, return on investment, free shipping,
      free delivery, shipping cost, shipping costs, delivery charge, delivery charges, delivery cost, free trial`),
    patterns: entries(`
      save|saved|saves|saving|waste|wasted|wasting * money|lot|pound|dollar|buck|£, pay|paid|paying|charge|charged|spend|spent|cost|costs * much|more|extra|less|lot|premium|fortune|double|little
      worth * money|price|penny|cent|it|cost|every, go|going|went|gone|keep|put|raise|increase|increased|raised|hike|double|doubled * price|cost|fee|price
      price|rate|subscription|fee|premium|renewal|quote|rent * high|low|increase|rise|up|double|good|great|fair|reasonable|steep|right|competitive|expensive|cheap|ridiculous
      good|great|fantastic|amazing|bad|best|excellent|better|cheap deal|offer|price|value|quote|saving|rate, money * worth|waste|value|back|drain, =deal|=deals was|were|on|are|for`),
  },
  {
    key: 'billing',
    name: 'Billing and refunds',
    description: 'Invoices, payments, charges, refunds and cancelling.',
    department: 'support',
    keywords: words(`
      billing bill bills billed invoice invoices invoiced invoicing refund refunds refunded refunding reimbursed reimburse reimbursement payment payments paypal charged charging overcharged overcharge overcharging overbilled
      cancel cancels cancelled canceled cancelling cancellation subscription subscriptions autorenew autorenewal chargeback statement receipt receipts debited debit deducted unsubscribe klarna prorated creditcard transaction transactions`),
    phrases: entries(`
      money back, my money back, credit card, debit card, bank account, direct debit, double charged, charged twice, charged me, charged for, still charged, took money, taken money, take money, took my money, take your money, takes your money,
      stole my money, stealing money, automatic renewal, auto renew, auto renewal, auto renewed, cancel my subscription, cancel subscription, cancel my account, cancelled my subscription, cancellation fee, hidden charges, late fee, payment method,
      payment methods, card declined, payment declined, payment failed, account balance, gift card, return policy, returns policy, return process, refund policy, sent it back, send it back, purchase order, price adjustment, final bill, store credit`),
    patterns: entries(`
      cancel|cancelled|cancelling|canceled|cancellation * subscription|membership|contract|account|order|policy|trial|plan|service|fee|payment|booking
      take|took|taken|taking|steal|stole|owe|keep|kept * money|payment|fund * account|card|bank|from, return|returned|returning|returns * item|product|it|them|policy|process|label|store|easy|full
      =returns, charge|charged|charging|charges * card|account|twice|double|month|wrong|without|after|me|us|again|for, pay|paid|paying|payed * invoice|bill|online|account|card|paypal|twice|monthly|month|year|easy|fail
      get|got|want|give|gave|receive|received|request|still|issue|issued|no|full * refund|money back|reimbursed|credit, exchange|replacement|replaced * item|refund|policy|return`),
  },
  {
    key: 'delivery',
    name: 'Delivery and speed',
    description: 'Shipping, arrival, packaging, and how long things take.',
    department: null,
    keywords: words(`
      delivery deliveries deliver delivered delivering delivers delivary delivry shipping shipment shipped ship ships shipments courier couriers dispatch dispatched despatched despatch parcel parcels
      postage tracking packaging package packages packaged fedex ups usps dhl hermes evri dpd yodel delay delays delayed turnaround arrival undelivered redelivery posted prompt promptly timely punctual speedy
      backorder backordered`),
    phrases: entries(`
      on time, in time, next day, same day, arrived late, arrived early, arrived quickly, arrived on time, never arrived, not arrived, hasn't arrived, did not arrive, didn't arrive, never came, never received, not received, still waiting, still not,
      fast service, quick service, speedy service, slow service, prompt service, super fast, very fast, very quick, very quickly, so fast, so quick, really fast, really quick, ahead of schedule, behind schedule, well packaged, well packed,
      lost in the post, lost in transit, out for delivery, in the post, in the mail, delivery driver, delivery time, delivery date, left outside, left on the doorstep, damaged in transit, waiting for weeks, weeks late, days late,
      longer than expected, sooner than expected, earlier than expected, quicker than expected, faster than expected, took forever, takes forever, took ages, takes ages, too long, so long, out of stock, in stock`),
    patterns: entries(`
      take|took|taken|taking|takes * week|day|month|year|forever|age|hour|long|minute, wait|waited|waiting * week|day|month|year|long|order|parcel|package|delivery|item|arrive
      arrive|arrived|arrives|arriving|arrived|came|come|received|get|got|receive * quickly|quick|fast|late|early|day|week|time|promptly|tomorrow|next|yesterday|damaged|broken|when|within
      order|item|package|parcel|product|goods * arrive|arrived|came|received|receive|sent|missing|lost|late, never|not|still|haven't|hasn't|didn't|yet * received|receive|arrive|arrived|arriving|come|came|shipped|delivered|dispatched
      fast|quick|speedy|prompt|slow|swift|rapid|late|express|next|efficient =service|delivery|shipping|turnaround|dispatch|process|order|arrival|postage, within * hour|day|week|time|minute, sent|send to|wrong * address
      come|came|arrive|arrived monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow, done|completed|processed|dealt|sorted|served * quickly|promptly|fast|time|speed, quickly|promptly, was|were|very|so|super|really|always|extremely quick|fast|prompt|speedy|slow|efficient, =speed of, long|longer time|than|wait, day|week|month late|later|ago`),
  },
  {
    key: 'website_app',
    name: 'Website and app',
    description: 'The website, the online shop and the mobile app.',
    department: 'web',
    keywords: words(`
      website websites webpage webpages webshop web-site site sites app apps mobile android iphone ios ipad browser homepage checkout online webstore cart chrome safari widget webpage
      download downloads downloading downloaded popup popups captcha playstore appstore portal`),
    phrases: entries(`
      web site, web page, mobile app, mobile site, app store, play store, shopping cart, shopping basket, check out process, online shop, online store, online shopping, online ordering, online booking, online account, online portal, order online,
      ordered online, ordering online, book online, booked online, search function, search bar, search results, product page, push notifications, new version, latest version, latest update, new update, landing page, dead links, broken link, broken links, home page`),
    patterns: entries(
      'click|clicking|clicked * button|link|on|page, =version, =widget, menu|button|link * work|broken|missing, fill|filled * form, page|site|app * load|crash|freeze|error',
    ),
  },
  {
    key: 'account_access',
    name: 'Account access',
    description: 'Logging in, passwords, verification, locked or closed accounts.',
    department: 'web',
    keywords: words(`
      login logins logon logged logging log-in signin password passwords passcode username 2fa otp mfa sso authenticator authentication verification captcha credentials lockout relogin logout`),
    phrases: entries(`
      log in, log on, log into, logging in, logging into, logged in, logged out, logs me out, logged me out, log out, sign in, signing in, signed in, sign into, sign out, locked out, lock me out, locked me out, my account, account locked, account blocked, account suspended,
      account closed, account was closed, account disabled, account deactivated, closed my account, blocked my account, suspended my account, deleted my account, delete my account, reset password, password reset, reset link, forgot password, verify my account,
      verify my identity, access my account, access to my account, verification code, security code, two factor, face id, touch id, create an account, creating an account, open an account, opened an account, invalid password, user account, account access`),
    patterns: entries(`
      can't|cannot|couldn't|unable|not|won't|never|no access|log|sign|login to|in|into|on|my|the|account, lock|locked|block|blocked|ban|banned|suspend|suspended|disable|disabled|hack|hacked|terminate|close|closed|delete|deleted|restrict|deactivated|freeze * account|profile|access
      account * lock|locked|block|blocked|ban|banned|suspend|suspended|disable|disabled|hacked|terminate|terminated|closed|deleted|restricted|deactivated|frozen, access|verify|recover|register|activate|restore|unlock|create|open|log * account|identity|profile
      verify|verification * code|email|identity|id|phone|number|account, =access to, activation code|link|email, confirmation|reset|activation code|link, password * work|wrong|reset|accept|change|invalid|forget`),
  },
  {
    key: 'choice',
    name: 'Choice and availability',
    description: 'The range on offer and whether it is in stock.',
    department: 'product',
    keywords: words('selection assortment variety choices stock stocked restock unavailable availability'),
    phrases: entries(
      'out of stock, in stock, sold out, wide range, good range, great range, large range, huge range, great selection, more choice, wide choice, great choice, limited range, limited choice, no longer available, always available',
    ),
    patterns: entries(
      'range|choice of * product|item|size|colour|color|brand|food|menu, not|never|always|often available',
    ),
  },
];
