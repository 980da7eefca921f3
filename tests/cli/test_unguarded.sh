# Whether somebody looks for goroutines behind a package's tests is asked across packages: a helper of another
# package may, and so may the external tests.
dir=$WORK/unguarded
rm -rf "$dir"
mkdir -p "$dir/left" "$dir/clock"
cd "$dir" || exit 1
printf 'module example.com/u\n\ngo 1.24\n' >go.mod
cat >left/left.go <<'END'
package left

import "runtime"

func Count() int { return runtime.NumGoroutine() }

func Zero() int { return 0 }
END
cat >clock/clock.go <<'END'
package clock

type Clock struct{ quit chan struct{} }

func New() *Clock {
	c := &Clock{make(chan struct{})}
	go c.run()
	return c
}

func (c *Clock) run() { <-c.quit }

func (c *Clock) Stop() { close(c.quit) }
END
test_with() {
    cat >clock/clock_test.go <<END
package clock

import (
	"testing"

	"example.com/u/left"
)

func TestNew(t *testing.T) {
	before := left.$1()
	New().Stop()
	if left.$1() > before {
		t.Error("one is left")
	}
}
END
}
found() { "$CURFEW" check --format concise --level advice --rule unguarded-tests ./... | grep -c unguarded-tests; }
test_with Zero
[ "$(found)" = 1 ] || { echo "nobody looks, and nothing is said"; exit 1; }
test_with Count
[ "$(found)" = 0 ] || { echo "a helper of another package looks"; exit 1; }
test_with Zero
cat >clock/main_test.go <<'END'
package clock_test

import "testing"

func TestMain(m *testing.M) { m.Run() }
END
[ "$(found)" = 0 ] || { echo "external tests may look"; exit 1; }
