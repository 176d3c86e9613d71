import type { Category } from '../surveys/score.js';

/** What people write whom no rule is looking for. */
export const VOICES: Record<Category, string[]> = {
  promoter: [
    'Your support team is wonderful. Marek stayed on the line until everything worked.',
    'It just works, and it keeps getting better.',
    'We finally see in one place what everybody is working on.',
    'Support answered within ten minutes, on a Sunday!',
    'Saved us a full day a week. No exaggeration.',
    'Simple enough that nobody needed convincing.',
    'The new timeline is brilliant, my managers love it.',
    'Friendly people, fast answers, fair contract.',
    'I was sceptical at first. Now I would not want to work without it.',
    'Best decision of last year :-)',
    'Everyone from the trainee to the board uses it. That never happened with the old tool.',
    'Ich bin rundum zufrieden, vor allem mit der schnellen Hilfe.',
    'Rien à redire, tout fonctionne très bien.',
    'You listened to our suggestion and built it in three weeks. Wow.',
    'Reliable, clear, and the people behind it care.',
  ],
  passive: [
    'Does what it should. Nothing more, nothing less.',
    'Good, but not quite there yet for larger teams.',
    'Fine for us. I would like a dark mode.',
    'Okay overall, the reports could be nicer.',
    'We are still finding our way around.',
    'Solid. A German translation of the help would be nice.',
    'The web version is good, the phone app less so.',
    'No complaints, no fireworks.',
    'Zufriedenstellend.',
  ],
  detractor: [
    'Not for us.',
    'I expected more after the demo we were given.',
    'It makes simple things complicated.',
    'Nobody asked us whether we wanted this tool, and it shows.',
    'Too many mails from you. Far too many.',
    'Disappointed.',
    'Muy complicado para lo que necesitamos.',
  ],
};

/** What people add, whatever they write about. */
export const ASIDES = [
  'We have been a customer for four years.',
  'Otherwise a good product.',
  'Please have a look at it.',
  'I know others here see it the same way.',
  'Just so you know.',
  'It was not always like that.',
  'A colleague of mine reported it in March.',
  'Happy to explain on the phone.',
];
