/** What each programme's text says and where, by programme. Data alone: the build keeps it beside the bundle, since no computation needs it. */

export { HBTQ_KLIVET_NOTES, HBTQ_KLIVET_SOURCES } from './hbtq-klivet-sources.ts';
export { JAMTLAND_HARJEDALEN_NOTES, JAMTLAND_HARJEDALEN_SOURCES } from './jamtland-harjedalen-sources.ts';
export { STOCKHOLM_NOTES, STOCKHOLM_SOURCES } from './stockholm-sources.ts';
export { VARMLAND_NOTES, VARMLAND_SOURCES } from './varmland-sources.ts';
export { VASTERBOTTEN_NOTES, VASTERBOTTEN_SOURCES } from './vasterbotten-sources.ts';
