// curfew: --level advice
// Who closes the parameter is not seen, and the context at hand ends nothing here.
package cases

import "context"

func Consume(ctx context.Context, jobs <-chan func(context.Context)) {
	for job := range jobs { // want deaf-range[advice] "if nobody closes jobs"
		job(ctx)
	}
}
