/** Stand-in until `npm run db:types` writes this file from the migrated schema. */
type Fn<Args, Returns> = { Args: Args; Returns: Returns }

export type Database = {
  public: {
    Tables: {
      invitations: {
        Row: {
          id: string
          role: string
          unit_id: string | null
          note: string
          created_at: string
          expires_at: string
          revoked_at: string | null
          accepted_at: string | null
          accepted_by: string | null
        }
        Insert: never
        Update: never
        Relationships: []
      }
      units: {
        Row: { id: string; name: string; kind: string; parent_id: string | null; retired_on: string | null }
        Insert: never
        Update: never
        Relationships: []
      }
    }
    Views: { [_ in never]: never }
    Functions: {
      check_sign_up_code: Fn<
        { p_code: string },
        { is_valid: boolean; problem: string; role: string; unit_name: string; is_setup: boolean }[]
      >
      check_reset_code: Fn<{ p_code: string }, { is_valid: boolean; problem: string }[]>
      reset_password: Fn<{ p_code: string; p_new_password: string }, undefined>
      create_invitation: Fn<
        { p_role: string; p_unit_id?: string; p_note?: string; p_valid_days?: number },
        { id: string; code: string; expires_at: string }[]
      >
      revoke_invitation: Fn<{ p_invitation_id: string }, undefined>
      list_accounts: Fn<
        Record<PropertyKey, never>,
        {
          user_id: string
          display_name: string
          email: string
          role: string
          unit_id: string
          unit_name: string
          disabled_at: string
          created_at: string
          last_sign_in_at: string
        }[]
      >
      set_account_disabled: Fn<{ p_user_id: string; p_is_disabled: boolean; p_reason?: string }, undefined>
      create_password_reset: Fn<{ p_user_id: string }, { code: string; expires_at: string }[]>
      current_account: Fn<
        Record<PropertyKey, never>,
        { user_id: string; display_name: string; email: string; role: string; unit_id: string; unit_name: string }[]
      >
      is_set_up: Fn<Record<PropertyKey, never>, boolean>
    }
    Enums: { [_ in never]: never }
    CompositeTypes: { [_ in never]: never }
  }
}
