/**
 * The entry points that Google sees, by the names that triggers, the menu and the pages call them: every export here becomes a top-level
 * function of the bundle, and nothing else does.
 */
export {
  nightlyRun as nightly,
  onAnswer as answerArrived,
  onChanged as changed,
  onEdited as edited,
  onPrivateAnswer as privateAnswerArrived,
  senderRun as hourly,
} from './google/events.ts';
export {
  checkHealth as menuHealth,
  installFromMenu as menuInstall,
  makeReport as menuReport,
  openMenu as onOpen,
  purgeFromMenu as menuPurge,
  sendFromMenu as menuSend,
  updateAll as menuUpdateAll,
} from './google/menu.ts';
export {
  actOnUnit as panelAct,
  health as healthView,
  markAnswer as settleAnswer,
  previewOfMail as mailPreview,
  printViewOfSelection as printView,
  putBack as restoreUnit,
  putBackPerson as restorePerson,
  showAbout as menuAbout,
  showHelp as menuHelp,
  showImport as menuImport,
  showMails as menuMails,
  showPanel as menuPanel,
  showPrint as menuPrint,
  showRules as menuRules,
  sourceOfImport as importSource,
  takeImport as importRows,
  unitsToPreview as previewUnits,
  viewOfRules as rulesView,
  viewOfSelection as panelView,
} from './google/panel.ts';
export { showUnitPage as doGet } from './google/unit-page.ts';
