/** A link by which a leader says, without an account, whether anybody asked what was brought home from a gathering. */
export const takeHomePurpose = "network-take-home";
