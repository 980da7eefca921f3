// Run time: the user types nothing, and the interrupt that cancels the context ends nothing.
package cases

import (
	"bufio"
	"context"
	"os"
)

func prompt(ctx context.Context, use func(string)) {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() { // want deaf-read[warning] "standard input"
		if ctx.Err() != nil {
			return
		}
		use(lines.Text())
	}
}
