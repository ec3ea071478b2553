/** Members that the official reference documents and the published types lack. */
declare namespace GoogleAppsScript {
  namespace Forms {
    interface Form {
      /** Forms made since 2025 are unpublished until told. */
      setPublished(enabled: boolean): Form;
      supportsAdvancedResponderPermissions(): boolean;
    }
  }
}
