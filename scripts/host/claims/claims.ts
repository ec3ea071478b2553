/**
 * What the host's services claim, held against the published types by the compiler alone (`npm run check`). A service
 * may lack a published member; one that it has must take all that is published and give what is published.
 */
import type { Blob } from '../services/blob.ts';
import type { Cache, CacheService } from '../services/cache.ts';
import type { ContentService, TextOutput } from '../services/content.ts';
import type { DriveApp } from '../services/drive.ts';
import type { File, FileIterator, Folder, FolderIterator } from '../services/drive-files.ts';
import type { DriveUser } from '../services/drive-item.ts';
import type { CheckboxItem, Choice, ListItem, MultipleChoiceItem } from '../services/form/choice-items.ts';
import type { DateItem, DateTimeItem, DurationItem, TimeItem } from '../services/form/date-items.ts';
import type { QuizFeedback, QuizFeedbackBuilder } from '../services/form/feedback.ts';
import type { Form } from '../services/form/form.ts';
import type { FormApp } from '../services/form/form-app.ts';
import type { FormResponse } from '../services/form/form-response.ts';
import type { CheckboxGridItem, GridItem } from '../services/form/grid-items.ts';
import type { Item } from '../services/form/item.ts';
import type { ItemResponse } from '../services/form/item-response.ts';
import type { ImageItem, PageBreakItem, SectionHeaderItem, VideoItem } from '../services/form/layout-items.ts';
import type { RatingItem, ScaleItem } from '../services/form/scale-items.ts';
import type { ParagraphTextItem, TextItem } from '../services/form/text-items.ts';
import type {
  CheckboxGridValidation,
  CheckboxGridValidationBuilder,
  CheckboxValidation,
  CheckboxValidationBuilder,
  GridValidation,
  GridValidationBuilder,
  ParagraphTextValidation,
  ParagraphTextValidationBuilder,
  TextValidation,
  TextValidationBuilder,
} from '../services/form/validations.ts';
import type { GmailApp, GmailAttachment, GmailDraft, GmailMessage } from '../services/gmail.ts';
import type { HtmlOutput, HtmlOutputMetaTag, HtmlService, HtmlTemplate } from '../services/html.ts';
import type { Lock, LockService } from '../services/lock.ts';
import type { Console, Logger } from '../services/logging.ts';
import type { MailApp } from '../services/mail.ts';
import type { Properties, PropertiesService, ScriptProperties, UserProperties } from '../services/properties.ts';
import type { AuthorizationInfo, ScriptApp, Service, StateTokenBuilder } from '../services/script.ts';
import type { Session, User } from '../services/session.ts';
import type { Banding } from '../services/spreadsheet/banding.ts';
import type { Border, Borders } from '../services/spreadsheet/border.ts';
import type {
  AreaBuilder,
  BarBuilder,
  ColumnBuilder,
  ComboBuilder,
  EmbeddedChart,
  EmbeddedChartBuilder,
  HistogramBuilder,
  LineBuilder,
  PieBuilder,
  ScatterBuilder,
  TableBuilder,
} from '../services/spreadsheet/chart.ts';
import type { ChartOptions, ContainerInfo } from '../services/spreadsheet/chart-parts.ts';
import type { Color, ColorBuilder, RgbColor, ThemeColor } from '../services/spreadsheet/color.ts';
import type {
  BooleanCondition,
  ConditionalFormatRule,
  ConditionalFormatRuleBuilder,
  GradientCondition,
} from '../services/spreadsheet/conditional-format.ts';
import type { DataValidation, DataValidationBuilder } from '../services/spreadsheet/data-validation.ts';
import type {
  DeveloperMetadata,
  DeveloperMetadataFinder,
  DeveloperMetadataLocation,
} from '../services/spreadsheet/developer-metadata.ts';
import type { Filter, FilterCriteria, FilterCriteriaBuilder, SortSpec } from '../services/spreadsheet/filter.ts';
import type { Group } from '../services/spreadsheet/group.ts';
import type { NamedRange } from '../services/spreadsheet/named-range.ts';
import type { OverGridImage } from '../services/spreadsheet/over-grid-image.ts';
import type { Protection } from '../services/spreadsheet/protection.ts';
import type { Range } from '../services/spreadsheet/range.ts';
import type { RangeList } from '../services/spreadsheet/range-list.ts';
import type { RichTextValue, RichTextValueBuilder } from '../services/spreadsheet/rich-text.ts';
import type { Selection } from '../services/spreadsheet/selection.ts';
import type { Sheet } from '../services/spreadsheet/sheet.ts';
import type { Spreadsheet } from '../services/spreadsheet/spreadsheet.ts';
import type { SpreadsheetApp } from '../services/spreadsheet/spreadsheet-app.ts';
import type { TextFinder } from '../services/spreadsheet/text-finder.ts';
import type { TextRotation } from '../services/spreadsheet/text-rotation.ts';
import type { TextStyle, TextStyleBuilder } from '../services/spreadsheet/text-style.ts';
import type {
  CalendarTriggerBuilder,
  ClockTriggerBuilder,
  DocumentTriggerBuilder,
  FormTriggerBuilder,
  SpreadsheetTriggerBuilder,
  Trigger,
  TriggerBuilder,
} from '../services/triggers.ts';
import type { Browser, Menu, PromptResponse, Ui } from '../services/ui.ts';
import type { HTTPResponse, UrlFetchApp } from '../services/url-fetch.ts';
import type { Utilities } from '../services/utilities.ts';
import type { Holds } from './claimed.ts';

export type Claims = [
  Holds<Blob, GoogleAppsScript.Base.Blob>,
  Holds<Cache, GoogleAppsScript.Cache.Cache>,
  Holds<CacheService, GoogleAppsScript.Cache.CacheService>,
  Holds<TextOutput, GoogleAppsScript.Content.TextOutput>,
  Holds<ContentService, GoogleAppsScript.Content.ContentService>,
  Holds<FileIterator, GoogleAppsScript.Drive.FileIterator>,
  Holds<FolderIterator, GoogleAppsScript.Drive.FolderIterator>,
  Holds<File, GoogleAppsScript.Drive.File>,
  Holds<Folder, GoogleAppsScript.Drive.Folder>,
  Holds<DriveUser, GoogleAppsScript.Drive.User>,
  Holds<DriveApp, GoogleAppsScript.Drive.DriveApp>,
  Holds<Choice, GoogleAppsScript.Forms.Choice>,
  Holds<ListItem, GoogleAppsScript.Forms.ListItem>,
  Holds<MultipleChoiceItem, GoogleAppsScript.Forms.MultipleChoiceItem>,
  Holds<CheckboxItem, GoogleAppsScript.Forms.CheckboxItem>,
  Holds<DateItem, GoogleAppsScript.Forms.DateItem>,
  Holds<DateTimeItem, GoogleAppsScript.Forms.DateTimeItem>,
  Holds<TimeItem, GoogleAppsScript.Forms.TimeItem>,
  Holds<DurationItem, GoogleAppsScript.Forms.DurationItem>,
  Holds<QuizFeedback, GoogleAppsScript.Forms.QuizFeedback>,
  Holds<QuizFeedbackBuilder, GoogleAppsScript.Forms.QuizFeedbackBuilder>,
  Holds<FormApp, GoogleAppsScript.Forms.FormApp>,
  Holds<FormResponse, GoogleAppsScript.Forms.FormResponse>,
  Holds<Form, GoogleAppsScript.Forms.Form>,
  Holds<GridItem, GoogleAppsScript.Forms.GridItem>,
  Holds<CheckboxGridItem, GoogleAppsScript.Forms.CheckboxGridItem>,
  Holds<ItemResponse, GoogleAppsScript.Forms.ItemResponse>,
  Holds<Item, GoogleAppsScript.Forms.Item>,
  Holds<SectionHeaderItem, GoogleAppsScript.Forms.SectionHeaderItem>,
  Holds<PageBreakItem, GoogleAppsScript.Forms.PageBreakItem>,
  Holds<ImageItem, GoogleAppsScript.Forms.ImageItem>,
  Holds<VideoItem, GoogleAppsScript.Forms.VideoItem>,
  Holds<ScaleItem, GoogleAppsScript.Forms.ScaleItem>,
  Holds<RatingItem, GoogleAppsScript.Forms.RatingItem>,
  Holds<TextItem, GoogleAppsScript.Forms.TextItem>,
  Holds<ParagraphTextItem, GoogleAppsScript.Forms.ParagraphTextItem>,
  Holds<TextValidation, GoogleAppsScript.Forms.TextValidation>,
  Holds<ParagraphTextValidation, GoogleAppsScript.Forms.ParagraphTextValidation>,
  Holds<CheckboxValidation, GoogleAppsScript.Forms.CheckboxValidation>,
  Holds<GridValidation, GoogleAppsScript.Forms.GridValidation>,
  Holds<CheckboxGridValidation, GoogleAppsScript.Forms.CheckboxGridValidation>,
  Holds<ParagraphTextValidationBuilder, GoogleAppsScript.Forms.ParagraphTextValidationBuilder>,
  Holds<TextValidationBuilder, GoogleAppsScript.Forms.TextValidationBuilder>,
  Holds<CheckboxValidationBuilder, GoogleAppsScript.Forms.CheckboxValidationBuilder>,
  Holds<GridValidationBuilder, GoogleAppsScript.Forms.GridValidationBuilder>,
  Holds<CheckboxGridValidationBuilder, GoogleAppsScript.Forms.CheckboxGridValidationBuilder>,
  Holds<GmailAttachment, GoogleAppsScript.Gmail.GmailAttachment>,
  Holds<GmailMessage, GoogleAppsScript.Gmail.GmailMessage>,
  Holds<GmailDraft, GoogleAppsScript.Gmail.GmailDraft>,
  Holds<GmailApp, GoogleAppsScript.Gmail.GmailApp>,
  Holds<HtmlOutputMetaTag, GoogleAppsScript.HTML.HtmlOutputMetaTag>,
  Holds<HtmlOutput, GoogleAppsScript.HTML.HtmlOutput>,
  Holds<HtmlTemplate, GoogleAppsScript.HTML.HtmlTemplate>,
  Holds<HtmlService, GoogleAppsScript.HTML.HtmlService>,
  Holds<Lock, GoogleAppsScript.Lock.Lock>,
  Holds<LockService, GoogleAppsScript.Lock.LockService>,
  Holds<Logger, GoogleAppsScript.Base.Logger>,
  Holds<Console, typeof console>,
  Holds<MailApp, GoogleAppsScript.Mail.MailApp>,
  Holds<Properties, GoogleAppsScript.Properties.Properties>,
  Holds<ScriptProperties, GoogleAppsScript.Properties.ScriptProperties>,
  Holds<UserProperties, GoogleAppsScript.Properties.UserProperties>,
  Holds<PropertiesService, GoogleAppsScript.Properties.PropertiesService>,
  Holds<AuthorizationInfo, GoogleAppsScript.Script.AuthorizationInfo>,
  Holds<Service, GoogleAppsScript.Script.Service>,
  Holds<StateTokenBuilder, GoogleAppsScript.Script.StateTokenBuilder>,
  Holds<ScriptApp, GoogleAppsScript.Script.ScriptApp>,
  Holds<User, GoogleAppsScript.Base.User>,
  Holds<Session, GoogleAppsScript.Base.Session>,
  Holds<Banding, GoogleAppsScript.Spreadsheet.Banding>,
  Holds<Border, GoogleAppsScript.Spreadsheet.Border>,
  Holds<Borders, GoogleAppsScript.Spreadsheet.Borders>,
  Holds<ContainerInfo, GoogleAppsScript.Spreadsheet.ContainerInfo>,
  Holds<ChartOptions, GoogleAppsScript.Charts.ChartOptions>,
  Holds<EmbeddedChart, GoogleAppsScript.Spreadsheet.EmbeddedChart>,
  Holds<EmbeddedChartBuilder, GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder>,
  Holds<AreaBuilder, GoogleAppsScript.Spreadsheet.EmbeddedAreaChartBuilder>,
  Holds<BarBuilder, GoogleAppsScript.Spreadsheet.EmbeddedBarChartBuilder>,
  Holds<ColumnBuilder, GoogleAppsScript.Spreadsheet.EmbeddedColumnChartBuilder>,
  Holds<ComboBuilder, GoogleAppsScript.Spreadsheet.EmbeddedComboChartBuilder>,
  Holds<HistogramBuilder, GoogleAppsScript.Spreadsheet.EmbeddedHistogramChartBuilder>,
  Holds<LineBuilder, GoogleAppsScript.Spreadsheet.EmbeddedLineChartBuilder>,
  Holds<PieBuilder, GoogleAppsScript.Spreadsheet.EmbeddedPieChartBuilder>,
  Holds<ScatterBuilder, GoogleAppsScript.Spreadsheet.EmbeddedScatterChartBuilder>,
  Holds<TableBuilder, GoogleAppsScript.Spreadsheet.EmbeddedTableChartBuilder>,
  Holds<RgbColor, GoogleAppsScript.Base.RgbColor>,
  Holds<ThemeColor, GoogleAppsScript.Spreadsheet.ThemeColor>,
  Holds<Color, GoogleAppsScript.Spreadsheet.Color>,
  Holds<ColorBuilder, GoogleAppsScript.Spreadsheet.ColorBuilder>,
  Holds<BooleanCondition, GoogleAppsScript.Spreadsheet.BooleanCondition>,
  Holds<GradientCondition, GoogleAppsScript.Spreadsheet.GradientCondition>,
  Holds<ConditionalFormatRule, GoogleAppsScript.Spreadsheet.ConditionalFormatRule>,
  Holds<ConditionalFormatRuleBuilder, GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder>,
  Holds<DataValidation, GoogleAppsScript.Spreadsheet.DataValidation>,
  Holds<DataValidationBuilder, GoogleAppsScript.Spreadsheet.DataValidationBuilder>,
  Holds<DeveloperMetadata, GoogleAppsScript.Spreadsheet.DeveloperMetadata>,
  Holds<DeveloperMetadataLocation, GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation>,
  Holds<DeveloperMetadataFinder, GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder>,
  Holds<FilterCriteria, GoogleAppsScript.Spreadsheet.FilterCriteria>,
  Holds<FilterCriteriaBuilder, GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder>,
  Holds<SortSpec, GoogleAppsScript.Spreadsheet.SortSpec>,
  Holds<Filter, GoogleAppsScript.Spreadsheet.Filter>,
  Holds<Group, GoogleAppsScript.Spreadsheet.Group>,
  Holds<NamedRange, GoogleAppsScript.Spreadsheet.NamedRange>,
  Holds<OverGridImage, GoogleAppsScript.Spreadsheet.OverGridImage>,
  Holds<Protection, GoogleAppsScript.Spreadsheet.Protection>,
  Holds<Range, GoogleAppsScript.Spreadsheet.Range>,
  Holds<RangeList, GoogleAppsScript.Spreadsheet.RangeList>,
  Holds<RichTextValue, GoogleAppsScript.Spreadsheet.RichTextValue>,
  Holds<RichTextValueBuilder, GoogleAppsScript.Spreadsheet.RichTextValueBuilder>,
  Holds<Selection, GoogleAppsScript.Spreadsheet.Selection>,
  Holds<Sheet, GoogleAppsScript.Spreadsheet.Sheet>,
  Holds<SpreadsheetApp, GoogleAppsScript.Spreadsheet.SpreadsheetApp>,
  Holds<Spreadsheet, GoogleAppsScript.Spreadsheet.Spreadsheet>,
  Holds<TextFinder, GoogleAppsScript.Spreadsheet.TextFinder>,
  Holds<TextRotation, GoogleAppsScript.Spreadsheet.TextRotation>,
  Holds<TextStyle, GoogleAppsScript.Spreadsheet.TextStyle>,
  Holds<TextStyleBuilder, GoogleAppsScript.Spreadsheet.TextStyleBuilder>,
  Holds<Trigger, GoogleAppsScript.Script.Trigger>,
  Holds<SpreadsheetTriggerBuilder, GoogleAppsScript.Script.SpreadsheetTriggerBuilder>,
  Holds<FormTriggerBuilder, GoogleAppsScript.Script.FormTriggerBuilder>,
  Holds<DocumentTriggerBuilder, GoogleAppsScript.Script.DocumentTriggerBuilder>,
  Holds<CalendarTriggerBuilder, GoogleAppsScript.Script.CalendarTriggerBuilder>,
  Holds<ClockTriggerBuilder, GoogleAppsScript.Script.ClockTriggerBuilder>,
  Holds<TriggerBuilder, GoogleAppsScript.Script.TriggerBuilder>,
  Holds<Menu, GoogleAppsScript.Base.Menu>,
  Holds<PromptResponse, GoogleAppsScript.Base.PromptResponse>,
  Holds<Ui, GoogleAppsScript.Base.Ui>,
  Holds<Browser, GoogleAppsScript.Base.Browser>,
  Holds<HTTPResponse, GoogleAppsScript.URL_Fetch.HTTPResponse>,
  Holds<UrlFetchApp, GoogleAppsScript.URL_Fetch.UrlFetchApp>,
  Holds<Utilities, GoogleAppsScript.Utilities.Utilities>,
];
