import type { StarterTheme } from './starter-theme.js';
import { COMMERCE_THEMES } from './starter-themes-commerce.js';
import { PRODUCT_THEMES } from './starter-themes-product.js';
import { SERVICE_THEMES } from './starter-themes-service.js';

/** The themes every tenant begins with, for those who sell software, goods and services alike. */
export const STARTER_THEMES: readonly StarterTheme[] = [
  ...SERVICE_THEMES,
  ...PRODUCT_THEMES,
  ...COMMERCE_THEMES,
];
