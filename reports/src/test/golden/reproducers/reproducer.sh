#!/bin/sh
# update-flags of a 2M page answers ok where TABLE_ENTRY is owed.
#
#     sh reproducer.sh path/to/program its arguments
#
# Ends with 1 while the defect is there, with 0 when it is gone. Lines between LINES are what is sent.
answers=$("$@" << 'LINES' | sed -n 's/^pagetck: //; s/[[:space:]]*$//; /^\(ok\|refused\|unsupported\|panic\|wild\)\( .*\)\{0,1\}$/p'
pagetck 1
open levels=4
map 4K 0x0 0x1000 PRESENT|WRITABLE
update-flags 2M 0x0 PRESENT
.
close
LINES
)
given=$(printf '%s\n' "$answers" | sed -n 3p)
echo "sent:  update-flags 2M 0x0 PRESENT"
echo "owed:  refused TABLE_ENTRY"
echo "given: ${given:-nothing: the program ended, or said what is no answer}"
case $given in
  'refused 'PARENT_HUGE_PAGE | 'refused 'PARENT_RESERVED | 'refused 'TABLE_ENTRY) echo 'the defect is gone' ;;
  *)
    echo 'the defect is there'
    exit 1
    ;;
esac
