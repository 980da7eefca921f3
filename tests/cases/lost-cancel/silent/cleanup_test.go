// A test hands the function to Cleanup, which calls it when the test ends.
package cases

import (
	"context"
	"testing"
	"time"
)

func TestDeadlineIsSet(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	if _, ok := ctx.Deadline(); !ok {
		t.Fatal("no deadline")
	}
}
