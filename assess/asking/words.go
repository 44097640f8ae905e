package asking

// Words around the rubric's own, on the screen, on paper and in forms.
const (
	rolePrompt = "Your role"
	codePrompt = "Your code"
	factPrompt = "Is this so today?"
	factYes    = "Yes, this is so"
	factNo     = "No, not yet"
)
