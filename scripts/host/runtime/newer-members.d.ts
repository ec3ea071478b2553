/** Documented members that the published types lack. The generator reads this file after them. */
declare namespace GoogleAppsScript {
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
    interface Filter {
      getColumnSortSpec(columnPosition: Integer): SortSpec;
    }
    interface Spreadsheet {
      getKey(): string;
    }
    interface SpreadsheetApp {
      openByKey(key: string): Spreadsheet;
    }
    interface Range {
      getBackgroundColor(): string;
      getBackgroundColors(): string[][];
      getBorder(): Borders | null;
      getColumnIndex(): Integer;
      setBackgroundColor(color: string | null): Range;
      setBackgroundColors(colors: (string | null)[][]): Range;
      setFormulas(formulas: (string | null)[][]): Range;
    }
    interface Sheet {
      getTabColorObject(): Color | null;
      setTabColorObject(color: Color | null): Sheet;
    }
  }
}
