// curfew: --level advice
// A root that was chosen.
package cases

import "context"

var base = context.Background()
