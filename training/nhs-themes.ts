import type { NhsRow } from './nhs.js';

/**
 * Ten major themes, near to the major categories of the framework the labels come from, and the label columns that make
 * up each. Columns not named here (those with a handful of ticks) are left out.
 */
const COLUMNS_OF = {
  general: [
    'Positive experience & gratitude',
    'Negative experience & dissatisfaction',
    'Organisation & efficiency',
    'Funding & use of financial resources',
    'Labelling not possible',
    'Not assigned',
  ],
  staff: [
    'Staff manner & personal attributes',
    'Number & deployment of staff',
    'Staff responsiveness',
    'Staff continuity',
    'Competence & training',
  ],
  communication: [
    'Unspecified communication',
    'Staff listening, understanding & involving patients',
    'Information directly from staff during care',
    'Information provision & guidance',
    'Being kept informed, clarity & consistency of information',
    'Interaction with family/ carers',
  ],
  access: ['Contacting services', 'Appointment arrangements', 'Appointment method', 'Timeliness of care'],
  care: [
    'Pain management',
    'Diagnosis & triage',
    'Referals & continuity of care',
    'Discharge',
    'Care plans',
    'Patient records',
    'Admission',
    'Impact of treatment/ care',
  ],
  transport: ['Transport to/ from services', 'Parking', 'Service location'],
  environment: [
    'Cleanliness, tidiness & infection control',
    'Provision of medical equipment',
    'Environment & Facilities',
    'Sensory experience',
    'Electronic entertainment',
  ],
  food: ['Food & drink provision & facilities'],
  activities: ['Activities & access to fresh air'],
  medication_and_mental_health: ['Supplying & understanding medication', 'Mental Health Act', 'Feeling safe'],
};

export const NHS_THEMES = Object.keys(COLUMNS_OF);

const THEMES_OF = new Map(
  Object.values(COLUMNS_OF).flatMap((columns, theme) => columns.map((column) => [column, theme] as const)),
);

/** 1 for each of `NHS_THEMES` that the comment has. */
export function themesOf({ topics }: NhsRow): Float32Array {
  const themes = new Float32Array(NHS_THEMES.length);
  for (const topic of topics) {
    const theme = THEMES_OF.get(topic);
    if (theme !== undefined) themes[theme] = 1;
  }
  return themes;
}
