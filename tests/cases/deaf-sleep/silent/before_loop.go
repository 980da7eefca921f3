// curfew: --level advice
// The only sleep comes before the loop.
package cases

import (
	"context"
	"time"
)

func report(ctx context.Context, lines <-chan string, emit func(string)) {
	time.Sleep(time.Second)
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
		case line := <-lines:
			emit(line)
		}
	}
}
