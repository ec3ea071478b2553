/** How every tab looks. Data alone: the build keeps it beside the bundle, since only the installer and new rows need it. */
import { installation, type TabLayout } from '../workbook/index.ts';
import { rulebook } from './register.ts';

export const LAYOUTS: readonly TabLayout[] = installation(rulebook([]).names);
