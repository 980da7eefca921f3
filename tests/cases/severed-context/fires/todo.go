// Run time: context.TODO is as deaf as context.Background, and the parameter that should go there is in the signature already.
package cases

import "context"

func await(ctx context.Context, ready <-chan struct{}) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-ready:
		return nil
	}
}

func start(ctx context.Context, ready <-chan struct{}) error {
	if err := await(context.TODO(), ready); err != nil { // want severed-context "ctx"
		return err
	}
	return ctx.Err()
}
