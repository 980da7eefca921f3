// curfew: --level advice
// The test returns: the context, its lost cancel and the spawn stand in a helper.
package cases

import (
	"context"
	"testing"
)

func process(ctx context.Context)

func launch(t *testing.T) {
	t.Helper()
	ctx, _ := context.WithCancel(context.Background()) // want lost-cancel ""
	go process(ctx)                                    // want test-outlived[warning] ""
}

func TestProcess(t *testing.T) {
	launch(t)
	t.Log("running")
}
