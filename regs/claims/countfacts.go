package claims

// scrutinyBodies are those that inspect.
var scrutinyBodies = []string{"care inspectorate", "healthcare improvement scotland", "audit scotland", "accounts commission", "mental welfare commission"}
