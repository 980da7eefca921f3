// curfew: --level advice
// The placeholder is looked for, not used.
package cases

import "context"

func IsChosen(ctx context.Context) bool {
	return ctx != context.TODO()
}
