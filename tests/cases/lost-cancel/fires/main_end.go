// curfew: --level advice
// Run time: main returns right after, so the process's end releases what the cancel function would have; a habit, not a leak.
package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, _ := context.WithTimeout(context.Background(), time.Second) // want lost-cancel[advice] "WithTimeout"
	deadline, _ := ctx.Deadline()
	fmt.Println(deadline)
}
