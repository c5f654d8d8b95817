/** The package ships its schemas as JavaScript alone. */
declare module "discord-api-spec/zod" {
  interface Schema {
    readonly safeParse: (value: unknown) =>
      | { readonly success: true; readonly data: unknown }
      | {
          readonly success: false;
          readonly error: { readonly issues: readonly { readonly path: PropertyKey[]; readonly message: string }[] };
        };
  }
  export const ApplicationCommandAutocompleteCallbackRequestSchema: Schema;
  export const ApplicationCommandUpdateRequestSchema: Schema;
  export const CreateMessageInteractionCallbackRequestSchema: Schema;
  export const IncomingWebhookRequestPartialSchema: Schema;
  export const IncomingWebhookUpdateRequestPartialSchema: Schema;
  export const MessageCreateRequestSchema: Schema;
  export const UpdateMessageInteractionCallbackRequestSchema: Schema;
}
