// curfew: --level advice
// Tests may wait for what they like.
package cases

import (
	"context"
	"testing"
)

func TestCount(t *testing.T) {
	if count(context.TODO()) != 1 {
		t.Error("not one")
	}
}

func count(ctx context.Context) int { return 1 }
