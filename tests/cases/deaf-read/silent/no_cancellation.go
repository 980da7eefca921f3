// Near miss of standard_input: nothing asks for a cancellation; the loop is not said to have one.
package cases

import (
	"bufio"
	"os"
)

func prompt(use func(string)) {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		use(lines.Text())
	}
}
