package claims

// twiceSaid is what a text says of something that the report says again.
type twiceSaid struct{}

// twice finds one thing that two texts give two values.
func (r *reader) twice() {}
