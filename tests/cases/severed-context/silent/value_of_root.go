// curfew: --level advice
// The fresh context is asked for a value and handed to nobody.
package cases

import "context"

type localeKey struct{}

func Locale() string {
	if name, ok := context.Background().Value(localeKey{}).(string); ok {
		return name
	}
	return "C"
}
