// curfew: --go 1.22
// Run time: the inner loop goes round for each row, and only the outer one ends with the context.
package cases

import (
	"context"
	"time"
)

func relay(ctx context.Context, tables <-chan chan string, handle func(string)) {
	for {
		select {
		case <-ctx.Done():
			return
		case rows := <-tables:
		table:
			for {
				select {
				case row, ok := <-rows:
					if !ok {
						break table
					}
					handle(row)
				case <-time.After(30 * time.Second): // want timer-churn "After"
					break table
				}
			}
		}
	}
}
