// Run time: open fails, the function returns from the first branch and never reaches the call of cancel.
package cases

import "context"

func copyAll(parent context.Context, open, copyRows func(context.Context) error) error {
	ctx, cancel := context.WithCancel(parent) // want lost-cancel "cancel"
	if err := open(ctx); err != nil {
		return err
	}
	err := copyRows(ctx)
	cancel()
	return err
}
