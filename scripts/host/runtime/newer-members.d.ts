/** Documented members that the published types lack. The generator reads this file after them. */
declare namespace GoogleAppsScript {
  namespace Drive {
    interface File {
      setContent(content: Base.BlobSource): File;
    }
  }
  namespace Forms {
    enum ItemType {
      CHECKBOX,
      CHECKBOX_GRID,
      DATE,
      DATETIME,
      DURATION,
      FILE_UPLOAD,
      GRID,
      IMAGE,
      LIST,
      MULTIPLE_CHOICE,
      PAGE_BREAK,
      PARAGRAPH_TEXT,
      RATING,
      SCALE,
      SECTION_HEADER,
      TEXT,
      TIME,
      VIDEO,
    }
    enum RatingIconType {
      HEART,
      STAR,
      THUMB_UP,
    }
    interface CheckboxGridItem {
      createResponse(responses: (string[] | null)[]): ItemResponse;
      setValidation(validation: CheckboxGridValidation | null): CheckboxGridItem;
    }
    interface CheckboxItem {
      setFeedbackForCorrect(feedback: QuizFeedback | null): CheckboxItem;
      setFeedbackForIncorrect(feedback: QuizFeedback | null): CheckboxItem;
      setValidation(validation: CheckboxValidation | null): CheckboxItem;
    }
    interface FormApp {
      RatingIconType: typeof RatingIconType;
      create(title: string, isPublished: boolean): Form;
    }
    interface GridItem {
      createResponse(responses: (string | null)[]): ItemResponse;
      setValidation(validation: GridValidation | null): GridItem;
    }
    interface Item {
      asRatingItem(): RatingItem;
    }
    interface ListItem {
      setFeedbackForCorrect(feedback: QuizFeedback | null): ListItem;
      setFeedbackForIncorrect(feedback: QuizFeedback | null): ListItem;
    }
    interface MultipleChoiceItem {
      setFeedbackForCorrect(feedback: QuizFeedback | null): MultipleChoiceItem;
      setFeedbackForIncorrect(feedback: QuizFeedback | null): MultipleChoiceItem;
    }
    interface ParagraphTextItem {
      setValidation(validation: ParagraphTextValidation | null): ParagraphTextItem;
    }
    interface RatingItem {
      createResponse(response: Integer): ItemResponse;
      duplicate(): RatingItem;
      getGeneralFeedback(): QuizFeedback | null;
      getHelpText(): string;
      getId(): Integer;
      getIndex(): Integer;
      getPoints(): Integer;
      getRatingIcon(): RatingIconType;
      getRatingScaleLevel(): Integer;
      getTitle(): string;
      getType(): ItemType;
      isRequired(): boolean;
      setGeneralFeedback(feedback: QuizFeedback | null): RatingItem;
      setHelpText(text: string): RatingItem;
      setPoints(points: Integer): RatingItem;
      setRatingIcon(ratingIcon: RatingIconType): RatingItem;
      setRatingScaleLevel(ratingScaleLevel: Integer): RatingItem;
      setRequired(enabled: boolean): RatingItem;
      setTitle(title: string): RatingItem;
    }
    interface TextItem {
      setValidation(validation: TextValidation | null): TextItem;
    }
    interface Form {
      addRatingItem(): RatingItem;
      addPublishedReader(emailAddress: string): Form;
      addPublishedReader(user: Base.User): Form;
      addPublishedReaders(emailAddresses: string[]): Form;
      getPublishedReaders(): Base.User[];
      isPublished(): boolean;
      removePublishedReader(emailAddress: string): Form;
      removePublishedReader(user: Base.User): Form;
      setPublished(enabled: boolean): Form;
      supportsAdvancedResponderPermissions(): boolean;
    }
  }
  namespace Script {
    interface AuthorizationInfo {
      getAuthorizedScopes(): string[] | null;
    }
    interface ScriptApp {
      getAuthorizationInfo(authMode: AuthMode, oAuthScopes: string[]): AuthorizationInfo;
      requireAllScopes(authMode: AuthMode): void;
    }
  }
  namespace Spreadsheet {
    /** Replaced long ago, but scripts that use them still run. */
    interface Banding {
      getHeaderRowColorObject(): Color | null;
      setHeaderRowColorObject(color: Color | null): Banding;
      getFirstRowColorObject(): Color | null;
      setFirstRowColorObject(color: Color | null): Banding;
      getSecondRowColorObject(): Color | null;
      setSecondRowColorObject(color: Color | null): Banding;
      getFooterRowColorObject(): Color | null;
      setFooterRowColorObject(color: Color | null): Banding;
      getHeaderColumnColorObject(): Color | null;
      setHeaderColumnColorObject(color: Color | null): Banding;
      getFirstColumnColorObject(): Color | null;
      setFirstColumnColorObject(color: Color | null): Banding;
      getSecondColumnColorObject(): Color | null;
      setSecondColumnColorObject(color: Color | null): Banding;
      getFooterColumnColorObject(): Color | null;
      setFooterColumnColorObject(color: Color | null): Banding;
    }
    interface BooleanCondition {
      getBackgroundObject(): Color | null;
      getFontColorObject(): Color | null;
    }
    enum BooleanCriteria {
      CELL_EMPTY,
      CELL_NOT_EMPTY,
      DATE_AFTER,
      DATE_BEFORE,
      DATE_EQUAL_TO,
      DATE_NOT_EQUAL_TO,
      DATE_AFTER_RELATIVE,
      DATE_BEFORE_RELATIVE,
      DATE_EQUAL_TO_RELATIVE,
      NUMBER_BETWEEN,
      NUMBER_EQUAL_TO,
      NUMBER_GREATER_THAN,
      NUMBER_GREATER_THAN_OR_EQUAL_TO,
      NUMBER_LESS_THAN,
      NUMBER_LESS_THAN_OR_EQUAL_TO,
      NUMBER_NOT_BETWEEN,
      NUMBER_NOT_EQUAL_TO,
      TEXT_CONTAINS,
      TEXT_DOES_NOT_CONTAIN,
      TEXT_EQUAL_TO,
      TEXT_NOT_EQUAL_TO,
      TEXT_STARTS_WITH,
      TEXT_ENDS_WITH,
      CUSTOM_FORMULA,
    }
    interface ConditionalFormatRuleBuilder {
      setBackgroundObject(color: Color | null): ConditionalFormatRuleBuilder;
      setFontColorObject(color: Color | null): ConditionalFormatRuleBuilder;
      setGradientMaxpointObject(color: Color): ConditionalFormatRuleBuilder;
      setGradientMaxpointObjectWithValue(
        color: Color,
        type: InterpolationType,
        value: string,
      ): ConditionalFormatRuleBuilder;
      setGradientMidpointObjectWithValue(
        color: Color,
        type: InterpolationType,
        value: string,
      ): ConditionalFormatRuleBuilder;
      setGradientMinpointObject(color: Color): ConditionalFormatRuleBuilder;
      setGradientMinpointObjectWithValue(
        color: Color,
        type: InterpolationType,
        value: string,
      ): ConditionalFormatRuleBuilder;
    }
    interface FilterCriteria {
      getVisibleBackgroundColor(): Color | null;
      getVisibleForegroundColor(): Color | null;
    }
    interface FilterCriteriaBuilder {
      getVisibleBackgroundColor(): Color | null;
      getVisibleForegroundColor(): Color | null;
      setVisibleBackgroundColor(visibleBackgroundColor: Color): FilterCriteriaBuilder;
      setVisibleForegroundColor(visibleForegroundColor: Color): FilterCriteriaBuilder;
      whenDateEqualToAny(dates: Date[]): FilterCriteriaBuilder;
      whenDateNotEqualTo(date: Date): FilterCriteriaBuilder;
      whenDateNotEqualToAny(dates: Date[]): FilterCriteriaBuilder;
      whenNumberEqualToAny(numbers: number[]): FilterCriteriaBuilder;
      whenNumberNotEqualToAny(numbers: number[]): FilterCriteriaBuilder;
      whenTextEqualToAny(texts: string[]): FilterCriteriaBuilder;
      whenTextNotEqualTo(text: string): FilterCriteriaBuilder;
      whenTextNotEqualToAny(texts: string[]): FilterCriteriaBuilder;
    }
    interface GradientCondition {
      getMaxColorObject(): Color | null;
      getMidColorObject(): Color | null;
      getMinColorObject(): Color | null;
    }
    interface Protection {
      addTargetAudience(audienceId: string): Protection;
      getTargetAudiences(): object[];
      removeTargetAudience(audienceId: string): Protection;
    }
    interface Slicer {
      getBackgroundColorObject(): Color | null;
      setBackgroundColorObject(color: Color | null): Slicer;
    }
    /** Not in the reference, but there: see Range.getBorder. */
    interface Borders {
      getBottom(): Border;
      getLeft(): Border;
      getRight(): Border;
      getTop(): Border;
    }
    interface Border {
      getBorderStyle(): BorderStyle | null;
      getColor(): Color | null;
    }
    enum DataValidationCriteria {
      DATE_AFTER,
      DATE_BEFORE,
      DATE_BETWEEN,
      DATE_EQUAL_TO,
      DATE_IS_VALID_DATE,
      DATE_NOT_BETWEEN,
      DATE_ON_OR_AFTER,
      DATE_ON_OR_BEFORE,
      NUMBER_BETWEEN,
      NUMBER_EQUAL_TO,
      NUMBER_GREATER_THAN,
      NUMBER_GREATER_THAN_OR_EQUAL_TO,
      NUMBER_LESS_THAN,
      NUMBER_LESS_THAN_OR_EQUAL_TO,
      NUMBER_NOT_BETWEEN,
      NUMBER_NOT_EQUAL_TO,
      TEXT_CONTAINS,
      TEXT_DOES_NOT_CONTAIN,
      TEXT_EQUAL_TO,
      TEXT_IS_VALID_EMAIL,
      TEXT_IS_VALID_URL,
      VALUE_IN_LIST,
      VALUE_IN_RANGE,
      CUSTOM_FORMULA,
      CHECKBOX,
      DATE_AFTER_RELATIVE,
      DATE_BEFORE_RELATIVE,
      DATE_EQUAL_TO_RELATIVE,
    }
    interface Filter {
      getColumnSortSpec(columnPosition: Integer): SortSpec;
    }
    interface Spreadsheet {
      getDataSourceFormulas(): object[];
      getDataSourcePivotTables(): object[];
      getDataSourceRefreshSchedules(): object[];
      getDataSourceSheets(): object[];
      getDataSources(): object[];
      getKey(): string;
      insertDataSourceSheet(spec: DataSourceSpec): object;
      refreshAllDataSources(): void;
    }
    enum DataSourceRefreshScope {
      DATA_SOURCE_REFRESH_SCOPE_UNSUPPORTED,
      ALL_DATA_SOURCES,
    }
    enum DateTimeGroupingRuleType {
      UNSUPPORTED,
      SECOND,
      MINUTE,
      HOUR,
      HOUR_MINUTE,
      HOUR_MINUTE_AMPM,
      DAY_OF_WEEK,
      DAY_OF_YEAR,
      DAY_OF_MONTH,
      DAY_MONTH,
      MONTH,
      QUARTER,
      YEAR,
      YEAR_MONTH,
      YEAR_QUARTER,
      YEAR_MONTH_DAY,
    }
    enum FrequencyType {
      FREQUENCY_TYPE_UNSUPPORTED,
      DAILY,
      WEEKLY,
      MONTHLY,
    }
    interface SpreadsheetApp {
      DataSourceRefreshScope: typeof DataSourceRefreshScope;
      DateTimeGroupingRuleType: typeof DateTimeGroupingRuleType;
      FrequencyType: typeof FrequencyType;
      SortOrder: typeof SortOrder;
      enableLookerExecution(): void;
      openByKey(key: string): Spreadsheet;
    }
    interface Range {
      getBackgroundColor(): string;
      getBackgroundColors(): string[][];
      getBorder(): Borders | null;
      copyTo(destination: Range, options: unknown): void;
      getColumnIndex(): Integer;
      setBackgroundColor(color: string | null): Range;
      setBackgroundColors(colors: (string | null)[][]): Range;
      setFormula(formula: string | null): Range;
      setNotes(notes: unknown[][]): Range;
      setFormulas(formulas: (string | null)[][]): Range;
    }
    interface Sheet {
      getDataSourceFormulas(): object[];
      getDataSourcePivotTables(): object[];
      getTabColorObject(): Color | null;
      setTabColorObject(color: Color | null): Sheet;
    }
  }
}
